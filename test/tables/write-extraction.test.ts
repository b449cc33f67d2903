import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@superhack/superops'
import { createExtractor, type ExtractedEntity, type Extraction } from '@superhack/superops/extract'
import { memoryStore } from '@superhack/superops/state'
import {
  type Column,
  entityTables,
  type FormatName,
  formatNames,
  type TableName,
  tableSchema,
  writeBatches,
  writeExtraction,
} from '@superhack/superops/tables'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBack, readFolder, type Texts } from './read-back.js'

const entities = Object.keys(entityTables) as ExtractedEntity[]
const tenant = createMockTenant({ seed: 7, tickets: 120 })
let folder = ''
let server: MockServer
let client: Client
let extraction: Extraction
let folders: Record<FormatName, Awaited<ReturnType<typeof readFolder>>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'superops-tables-'))
  server = await tenant.listen()
  client = createClient(server.credentials)
  extraction = await createExtractor(client).run({ entities, conversations: 'all' })
  expect(extraction.report.complete).toBe(true)
  const read = formatNames.map(async (format) => {
    await writeExtraction(extraction, { folder: join(folder, format), format, tenant: 'acme', rawCsv: true })
    return [format, await readFolder(join(folder, format))] as const
  })
  folders = Object.fromEntries(await Promise.all(read)) as typeof folders
}, 60_000)
afterAll(async () => {
  client.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** What a value of the wire is as a text of SQL, by the type of its column. */
function textOf({ type, isJson }: Column, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (isJson) return JSON.stringify(value)
  if (type !== 'DECIMAL(18,6)') return String(value)
  const [whole = '', fraction = ''] = String(value).split('.')
  return `${whole}.${fraction.padEnd(6, '0')}`
}

const textsOf = (table: TableName, row: object): Texts =>
  Object.fromEntries(
    tableSchema(table).columns.map((column) => [
      column.name,
      textOf(
        column,
        column.path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], row),
      ),
    ]),
  )

test.each(formatNames)('%s: DuckDB finds every record and value of a tenant', (format) => {
  for (const entity of entities) {
    const rows: readonly object[] = extraction.data[entity] ?? []
    expect(rows.length).toBeGreaterThan(0)
    const table = entityTables[entity]
    expect(folders[format].tables[table]?.rows).toEqual(rows.map((row) => textsOf(table, row)))
  }
  const conversations = Object.entries(extraction.data.conversationsByTicketId ?? {}).flatMap(
    ([ticketId, list]) => list.map((item) => textsOf('conversations', { ...item, ticketId })),
  )
  expect(conversations.length).toBeGreaterThan(0)
  expect(folders[format].tables.conversations?.rows).toEqual(conversations)
})

test('the three formats hold the same values, figures included', () => {
  const { ndjson, csv, parquet } = folders
  for (const [table, { rows }] of Object.entries(ndjson.tables)) {
    expect(csv.tables[table]?.rows).toEqual(rows)
    expect(parquet.tables[table]?.rows).toEqual(rows)
  }
})

test('figures are those of the extraction, by id and with the period that they are of', () => {
  const { tables, manifest } = folders.parquet
  const { metrics } = extraction
  expect(manifest).toMatchObject({ asOf: metrics?.asOf, period: metrics?.period })
  const idsIn = (table: string, column: string) => tables[table]?.rows.map((row) => row[column])
  expect(idsIn('ticket_metrics', 'ticket_id')).toEqual(metrics?.tickets.map(({ ticketId }) => ticketId))
  expect(idsIn('client_metrics', 'health_score')?.map(Number)).toEqual(
    metrics?.clients.map(({ healthScore }) => Number(healthScore)),
  )
  expect(idsIn('service_delivery', 'bucket_from')).toEqual(metrics?.serviceDelivery.map(({ from }) => from))
  expect(tables.sla_metrics?.rows).toMatchObject([
    {
      as_of: metrics?.asOf,
      period_from: metrics?.period.from,
      resolution_met_count: String(metrics?.sla.resolution.metCount),
    },
  ])
  expect(tables.portfolio?.rows).toMatchObject([{ client_count: String(metrics?.portfolio.clientCount) }])
  expect(idsIn('client_genome', 'client_id')).toEqual(idsIn('clients', 'account_id')?.sort())
  const failing = extraction.quality?.byEntity.ticket?.rules.find(({ status }) => status === 'fail')
  expect(tables.quality_findings?.rows).toContainEqual(
    expect.objectContaining({
      rule_id: failing?.ruleId,
      status: 'fail',
      failed: String(failing?.failed),
      sample_ids: JSON.stringify(failing?.sampleIds),
    }),
  )
})

test('the manifest counts what is there, says whether it is complete, of whom and by which definitions', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  for (const { manifest, tables } of Object.values(folders)) {
    expect(manifest).toMatchObject({ origin: 'mock', tenant: 'acme', mode: 'full', complete: true })
    expect(manifest.versions).toMatchObject({ package: version, tables: '1', metrics: '1' })
    expect(manifest.tables.map(({ rows }) => rows)).toEqual(
      Object.values(tables).map(({ rows }) => rows.length),
    )
    const tickets = manifest.tables.find(({ table }) => table === 'tickets')
    expect(tickets).toMatchObject({ rows: 120, complete: true, totalCount: 120 })
  }
})

test('Parquet has the types of the schema', () => {
  const { tables } = folders.parquet
  for (const [table, { types }] of Object.entries(tables)) {
    const { columns } = tableSchema(table as TableName)
    expect(types).toEqual(Object.fromEntries(columns.map(({ name, type }) => [name, type])))
    expect(Object.keys(types)).toEqual(columns.map(({ name }) => name))
  }
  expect(tables.tickets?.types).toMatchObject({
    ticket_id: 'VARCHAR',
    created_time: 'TIMESTAMP',
    worklog_timespent: 'DECIMAL(18,6)',
    custom_fields: 'VARCHAR',
    resolution_violated: 'BOOLEAN',
  })
  expect(tables.invoices?.types).toMatchObject({ invoice_date: 'DATE', total_amount: 'DECIMAL(18,6)' })
})

test('an entity that failed, and the figures over the rest, are told as not complete', async () => {
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getClientSiteList') ? { status: 404, body: '' } : undefined,
  )
  const partial = await createExtractor(client).run({ entities: ['tickets', 'sites'] })
  tenant.reset()
  const place = { folder: join(folder, 'partial'), format: 'csv' } as const
  const manifest = await writeExtraction(partial, place)
  expect(manifest.complete).toBe(false)
  expect(manifest.tables.map(({ table, complete, reason }) => [table, complete, reason])).toEqual([
    ['tickets', true, undefined],
    ...['ticket_metrics', 'sla_metrics', 'service_delivery', 'quality_findings'].map((table) => [
      table,
      false,
      'partial sites',
    ]),
  ])
})

test('batches are written as they come; the rows of a round say what became of them', async () => {
  const extractor = createExtractor(client, { state: memoryStore() })
  const whole = { folder: join(folder, 'whole'), format: 'ndjson' } as const
  const asked = { entities: ['tickets', 'sites'] as const }
  const first = await writeBatches(extractor.batches(asked), whole)
  expect(first).toMatchObject({ complete: true, origin: 'mock', mode: 'full', asOf: null })
  expect(first.tables.map(({ table, rows }) => [table, rows])).toContainEqual(['tickets', 120])
  const ticketId = String(tenant.world.tickets[0]?.ticketId)
  const siteId = String(tenant.world.sites.find(({ hq }) => hq !== true)?.id)
  await extractor.run({ ...asked, mode: 'incremental' })
  await client.mutation.updateTicket({ input: { ticketId, subject: 'changed' } })
  await client.mutation.deleteClientSites({ input: [{ id: siteId }] as never })
  const changes = { format: 'csv', changes: true } as const
  const round = { ...changes, folder: join(folder, 'round') }
  await writeBatches(extractor.batches({ ...asked, mode: 'incremental' }), round)
  const tickets = await readBack(join(round.folder, 'tickets.csv'), 'tickets', { changes: true })
  expect(tickets).toMatchObject([{ ticket_id: ticketId, subject: 'changed', _change: 'changed' }])
  const sites = await readBack(join(round.folder, 'sites.csv'), 'sites', { changes: true })
  expect(sites).toMatchObject([{ id: siteId, name: null, _change: 'removed' }])
  tenant.world.advance({ days: 3 })
  const run = await extractor.run({ ...asked, mode: 'incremental' })
  const later = { ...changes, folder: join(folder, 'later') }
  expect(await writeExtraction(run, later)).toMatchObject({ mode: 'incremental', asOf: null })
  const created = await readBack(join(later.folder, 'tickets.csv'), 'tickets', { changes: true })
  expect(created.filter(({ _change }) => _change === 'created').map((row) => row.ticket_id)).toEqual(
    run.created.tickets,
  )
})
