import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@superhack/superops'
import { createExtractor, type ExtractedEntity } from '@superhack/superops/extract'
import {
  entityTables,
  formatNames,
  keyFieldOf,
  type RecordTableName,
  type TablesManifest,
  tableNames,
  tableSchema,
} from '@superhack/superops/tables'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseCommandLine } from '../../examples/main/cli.js'
import { number } from '../../examples/main/render/cells.js'
import { UsageError } from '../../examples/main/usage-error.js'
import { compiled, type Run } from '../program.js'
import { readBack, readFolder } from '../tables/read-back.js'
import { mainJob } from './main-job.js'

const tenant = createMockTenant({ tickets: 130, subdomain: 'acme', apiKey: 'canary-token' })
let mainJobApart: Run
let server: MockServer
let client: Client
let folder = ''
beforeAll(async () => {
  mainJobApart = await compiled('main')
  server = await tenant.listen()
  client = createClient(server.credentials)
})
afterAll(async () => {
  client.close()
  await server.close()
})
beforeEach(async () => {
  tenant.reset()
  folder = await mkdtemp(join(tmpdir(), 'superops-extract-'))
  return () => rm(folder, { recursive: true, force: true })
})

const env = () => ({
  SUPEROPS_API_KEY: 'canary-token',
  SUPEROPS_TENANT_ID: 'acme',
  SUPEROPS_API_BASE_URL: server.url,
  SUPEROPS_REQUESTS_PER_MINUTE: '60000',
})
const extract = (args: readonly string[]) => mainJob(['extract', '--out', folder, ...args], env())
/** In a process of its own, which can be killed. */
const extractApart = (args: readonly string[], onStart: (child: ChildProcess) => void) =>
  mainJobApart(['extract', '--out', folder, ...args], env(), onStart)

/** Names of what a user finds. */
const files = async () => (await readdir(folder)).filter((name) => !notes.includes(name)).sort()
const notes = ['.superops-state', 'runs.ndjson', 'manifest.json', 'schema.json']
const manifest = async (): Promise<TablesManifest> =>
  JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))

/** Ids of an entity in a file, sorted. */
async function idsIn(name: string, table: RecordTableName, isFull = true): Promise<unknown[]> {
  const [key = ''] = tableSchema(table).key
  const rows = await readBack(join(folder, name), table, { changes: !isFull })
  return rows.map((row) => String(row[key])).sort()
}

async function idsOf(entity: ExtractedEntity): Promise<string[]> {
  const { data } = await createExtractor(client).run({ entities: [entity] })
  const rows: readonly object[] = data[entity] ?? []
  return rows.map((row) => String((row as Record<string, unknown>)[keyFieldOf(entityTables[entity])])).sort()
}

/** Acts on a process of the command when the tenant gets the call of this number. */
function atCall(operation: string, number: number, act: (child: ChildProcess) => void) {
  let calls = 0
  let child: ChildProcess | undefined
  tenant.faults.intercept(({ operations }) => {
    if (operations.includes(operation) && ++calls === number && child) act(child)
    return undefined
  })
  return (started: ChildProcess) => {
    child = started
  }
}
const kill = (child: ChildProcess) => child.kill('SIGKILL')

test('every row of every entity is in its file once, in each format', async () => {
  const entities = ['tickets', 'sites', 'worklogs'] as const
  const ids = await Promise.all(entities.map(idsOf))
  const runs = await Promise.all(
    formatNames.map(async (format) => {
      const to = ['--out', join(folder, format), '--format', format, '--no-metrics']
      return { format, ...(await extract([...to, '--entities', entities.join()])) }
    }),
  )
  for (const { format, code, stdout, stderr } of runs) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const [at, entity] of entities.entries()) {
      const found = await idsIn(join(format, `${entity}.${format}`), entity)
      expect(found).toEqual(ids[at])
      const rows = number(found.length)
      expect(stdout).toMatch(new RegExp(`\\n  ${entity} +${rows}  ${entity}\\.${format} +yes\\n`))
    }
  }
})

test('a full run has figures beside its rows, and a manifest that counts all of them', async () => {
  const entities = ['tickets', 'clients', 'technicians'] as const
  const args = ['--format', 'parquet', '--conversations', 'all', '--entities', entities.join()]
  const { code } = await extract(args)
  expect(code).toBe(0)
  const { tables, ...facts } = await manifest()
  expect(facts).toMatchObject({ origin: 'live', tenant: 'acme', mode: 'full', complete: true })
  const { manifest: found, tables: read } = await readFolder(folder)
  expect(found.tables).toEqual(tables)
  expect(tables.map(({ table, rows }) => [table, rows])).toEqual(
    Object.entries(read).map(([table, { rows }]) => [table, rows.length]),
  )
  expect(Object.keys(read)).toEqual([
    ...entities,
    'conversations',
    ...tableNames.slice(tableNames.indexOf('ticket_metrics')),
  ])
  // The figures of the same rows in memory: those that no time goes into.
  const { metrics } = await createExtractor(client).run({ entities, conversations: 'all' })
  const replies = metrics?.tickets.map(({ ticketId, techReplyCount }) => [ticketId, String(techReplyCount)])
  expect(read.ticket_metrics?.rows.map((row) => [row.ticket_id, row.tech_reply_count])).toEqual(replies)
  expect(replies?.some(([, count]) => count === '0')).toBe(true)
})

test('a file that cannot be written is named; --resume writes what was read, without reading it again', async () => {
  const args = ['--entities', 'tickets,sites', '--format', 'csv']
  await mkdir(join(folder, 'ticket_metrics.csv', 'in the way'), { recursive: true })
  const { code, stderr } = await extract(args)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Writing failed; what was read is kept for --resume\. .*ticket_metrics\.csv/)
  expect((await files()).filter((name) => name.endsWith('.part'))).toEqual([])
  const before = tenant.calls().length
  const second = await extract([...args, '--resume', '--no-metrics'])
  expect(second).toMatchObject({ code: 0, stderr: '' })
  expect(tenant.calls().length).toBe(before)
  expect((await manifest()).tables.map(({ table, rows }) => [table, rows])).toEqual([
    ['tickets', 130],
    ['sites', tenant.world.sites.length],
  ])
})

test('--gzip compresses, --raw-csv leaves texts as they are', async () => {
  const args = ['--entities', 'sites', '--no-metrics', '--format', 'csv']
  await extract([...args, '--gzip'])
  expect(await files()).toEqual(['sites.csv.gz'])
  const phones = async (name: string) =>
    (await readBack(join(folder, name), 'sites')).map((row) => row.contact_number?.slice(0, 2))
  expect(await phones('sites.csv.gz')).toContain("'+")
  await extract([...args, '--raw-csv'])
  expect(await phones('sites.csv')).not.toContain("'+")
  expect(await manifest()).toMatchObject({ gzip: false, rawCsv: true })
})

test('without credentials it says so first; a later round meets the same tenant', async () => {
  const run = (...args: string[]) => mainJob(['extract', '--out', folder, '--tickets', '20', ...args])
  const { code, stdout } = await run('--format', 'csv', '--entities', 'tickets,clients')
  expect(code).toBe(0)
  expect(stdout.split('\n')[0]).toBe(' MOCK DATA  Embedded mock tenant, seed 7: SUPEROPS_API_KEY is not set.')
  expect(stdout).toMatch(/\n {2}tickets +20 {2}tickets\.csv +yes\n/)
  const round = await run('--incremental', '--entities', 'clients')
  expect(round.stdout).toMatch(/\n {2}clients +· {2}– +yes\n$/)
})

test('--plan tells requests and minutes, reads one row of each list and leaves no trace', async () => {
  const { code, stdout } = await mainJob(['extract', '--plan', '--entities', 'tickets,clients'], {
    ...env(),
    SUPEROPS_REQUESTS_PER_MINUTE: '2',
  })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Plan .* at 2 requests a minute · 2 taken to find out\n/)
  expect(stdout).toMatch(/\n {2}tickets +130 +(\d+) +\d+\.\d\n {2}clients +\d+ +1 +0\.5\n {2}together +/)
  expect(tenant.calls().map(({ operation }) => operation)).toEqual(['getTicketList', 'getClientList'])
})

test('--incremental writes what is new, changed and removed since into files of their own', async () => {
  const args = ['--entities', 'tickets,sites', '--conversations', 'changed', '--no-metrics']
  await extract([...args, '--conversations', 'none'])
  const before = await files()
  const site = tenant.world.sites.find(({ hq }) => hq !== true)
  const ticketId = String(tenant.world.tickets[0]?.ticketId)
  await client.mutation.updateTicket({ input: { ticketId, subject: 'changed' } })
  await client.mutation.deleteClientSites({ input: [{ id: String(site?.id) }] as never })
  // A row that is absent once may come again: it is believed a round later.
  for (const format of ['ndjson', 'csv']) {
    const { code, stderr } = await extract([...args, '--incremental', '--format', format])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }
  const found = (await files()).filter((name) => !before.includes(name))
  expect(found.map((name) => name.replace(/\d{8}T\d{9}Z/, 'TIME'))).toEqual([
    'conversations.TIME.ndjson',
    'sites.TIME.csv',
    'tickets.TIME.ndjson',
  ])
  const [conversations = '', sites = '', tickets = ''] = found
  expect(await readBack(join(folder, tickets), 'tickets', { changes: true })).toMatchObject([
    { ticket_id: ticketId, subject: 'changed', _change: 'changed' },
  ])
  expect(await readBack(join(folder, sites), 'sites', { changes: true })).toMatchObject([
    { id: site?.id, name: null, _change: 'removed' },
  ])
  expect(await idsIn(conversations, 'conversations', false)).toEqual(
    tenant.world
      .conversationsOf(ticketId)
      .map(({ conversationId }) => String(conversationId))
      .sort(),
  )
})

test('a run that is killed leaves no file; --resume goes on where it was and misses nothing', async () => {
  const args = ['--format', 'csv', '--no-metrics', '--entities', 'tickets,worklogs']
  const killed = await extractApart(args, atCall('getTicketList', 3, kill))
  expect(killed.code).toBe('SIGKILL')
  expect(await files()).toEqual([])
  tenant.reset()
  const { code, stdout } = await extract([...args, '--resume'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Going on with the full run of \S+Z: \d of 2 entities and [\d ]+ rows are read\.\n/)
  expect(await files()).toEqual(['tickets.csv', 'worklogs.csv'])
  for (const entity of ['tickets', 'worklogs'] as const)
    expect(await idsIn(`${entity}.csv`, entity)).toEqual(await idsOf(entity))
})

test('Ctrl+C ends a run and tells how to go on', async () => {
  const interrupt = (child: ChildProcess) => child.kill('SIGINT')
  const { code, stdout } = await extractApart(
    ['--entities', 'tickets'],
    atCall('getTicketList', 3, interrupt),
  )
  expect(code).toBe(130)
  expect(stdout).toContain(
    `Stopped; no file was written. To go on:\n  npm start -- extract --out ${folder} --format ndjson --entities tickets --conversations none --resume\n`,
  )
  expect(await files()).toEqual([])
})

test('what a stopped round had read is in files although the next one does not go on with it', async () => {
  const args = ['--entities', 'tickets', '--incremental']
  await extract(args)
  const { created } = tenant.world.advance({ days: 60 })
  expect(created.tickets.length).toBeGreaterThan(0)
  const killed = await extractApart(args, atCall('getTicketList', 2, kill))
  expect(killed.code).toBe('SIGKILL')
  const { code, stdout } = await extract(args)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Without --resume, the incremental run of \S+Z is not gone on with\.\n/)
  const found = new Set<unknown>()
  for (const name of await files()) for (const id of await idsIn(name, 'tickets', false)) found.add(id)
  expect([...found].sort()).toEqual(await idsOf('tickets'))
})

test('an entity that failed is named and not shown as whole; --resume reads the rest', async () => {
  const args = ['--entities', 'tickets,sites', '--format', 'csv', '--no-metrics']
  let calls = 0
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getTicketList') && ++calls > 2 ? { status: 404, body: '' } : undefined,
  )
  const { code, stdout, stderr } = await extract(args)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^tickets: .*404/)
  expect(stdout).toMatch(/\n {2}tickets +[1-9]\d* {2}tickets\.partial\.csv +no: http\n {2}sites .* yes\n$/)
  expect(await files()).toEqual(['sites.csv', 'tickets.partial.csv'])
  tenant.reset()
  const second = await extract([...args, '--resume'])
  expect(second.code).toBe(0)
  expect(await files()).toEqual(['sites.csv', 'tickets.csv'])
  expect(await idsIn('tickets.csv', 'tickets')).toEqual(await idsOf('tickets'))
  expect(await idsIn('sites.csv', 'sites')).toEqual(await idsOf('sites'))
})

test('the state of another tenant, and a stopped run of something else, are refused', async () => {
  await extractApart(['--entities', 'tickets'], atCall('getTicketList', 3, kill))
  const other = await extract(['--entities', 'sites', '--resume'])
  expect(other).toMatchObject({ code: 2, stdout: '' })
  expect(other.stderr).toMatch(/^--resume: the full run of \S+Z read tickets with conversations none; ask /)
  const mock = await mainJob(['extract', '--out', folder, '--tickets', '5'])
  expect(mock.code).toBe(2)
  expect(mock.stderr).toBe('--out: the state of this folder is that of tenant acme; take another folder\n')
})

test('a folder that cannot be made is refused with exit code 2', async () => {
  const { code, stdout, stderr } = await mainJob(['extract', '--out', 'package.json/x'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toBe('--out: the folder cannot be made (ENOTDIR)\n')
})

test.each<[args: string[], says: RegExp]>([
  [[], /^--out: expected a folder/],
  [['--out', 'x', '--format', 'xml'], /--format.*ndjson, csv, parquet/],
  [['--out', 'x', '--entities', 'tickets,nothing'], /--entities.*no entity 'nothing'.*tickets, clients/],
  [['--out', 'x', '--conversations', 'some'], /--conversations.*none, changed, all/],
  [['--plan', '--resume'], /--plan.*--resume/],
  [['--out', 'x', '--format', 'parquet', '--gzip'], /--gzip.*Parquet/],
  [['--out', 'x', '--wrong'], /--wrong/],
])('extract %j is a wrong command line', (args, says) => {
  const ask = () => parseCommandLine(['extract', ...args])
  expect(ask).toThrow(UsageError)
  expect(ask).toThrow(says)
})
