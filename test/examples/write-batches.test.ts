import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@superhack/superops'
import { createExtractor, type ExtractedEntity, type Extraction } from '@superhack/superops/extract'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Batch,
  type FormatName,
  formats,
  writeBatches,
} from '../../examples/main/extract/write-batches.js'
import { query, readBack, texts } from './read-back.js'

const names = Object.keys(formats) as FormatName[]
const entities: readonly ExtractedEntity[] = [
  'tickets',
  'clients',
  'sites',
  'clientUsers',
  'technicians',
  'technicianGroups',
  'worklogs',
  'contracts',
  'invoices',
  'serviceItems',
  'assets',
  'alerts',
  'tasks',
]
let folder = ''
let data: Extraction['data']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'superops-extract-'))
  const server = await createMockTenant({ seed: 7, tickets: 150 }).listen()
  const client = createClient(server.credentials)
  try {
    const extraction = await createExtractor(client).run({ entities })
    expect(extraction.report.complete).toBe(true)
    data = extraction.data
  } finally {
    client.close()
    await server.close()
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Pages of all entities in turn, as they arrive when entities are read side by side. */
async function* batchesOf(size: number): AsyncGenerator<Batch> {
  for (let from = 0; ; from += size) {
    let isDone = true
    for (const entity of entities) {
      const all: readonly object[] = data[entity] ?? []
      const rows = all.slice(from, from + size)
      if (rows.length > 0 || from === 0) yield { entity, rows }
      if (rows.length > 0) isDone = false
    }
    if (isDone) return
  }
}
async function* only(entity: ExtractedEntity, ...batches: (readonly object[])[]): AsyncGenerator<Batch> {
  for (const rows of batches) yield { entity, rows }
}

test.each(names)('%s holds every row and value of a tenant', { timeout: 120_000 }, async (format) => {
  const written = await writeBatches(batchesOf(40), { folder, format })
  expect(written).toEqual(
    entities.map((entity) => ({
      entity,
      rows: data[entity]?.length,
      file: join(folder, `${entity}.${format}`),
    })),
  )
  for (const { entity, rows, file } of written) {
    expect(rows).toBeGreaterThan(0)
    const expected = ((data[entity] ?? []) as readonly object[]).map((row) =>
      texts(row, [
        'customFields',
        'contract.billableContract.provisionRule',
        'contract.billableContract.project',
      ]),
    )
    if (format === 'ndjson') {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line))).toEqual(data[entity])
      expect(await query('SELECT count(*)::INT AS rows FROM read_ndjson_objects($1)', file)).toEqual([
        { rows },
      ])
    } else expect((await readBack(file, format)).map((row) => texts(row))).toEqual(expected)
  }
})

const awkward = [
  {
    ticketId: '9007199254740993123',
    subject: 'a "quoted", text;\r\nof two lines\tand 漢字 👩‍👩‍👧 é',
    displayId: '=1+1',
    source: '',
    status: ' blanks ',
    priority: 'null',
    client: { accountId: '9007199254740995', name: 'O\'Neill, "Sons" & Co' },
    followers: [{ userId: '18446744073709551615', name: 'Zoë' }],
    customFields: { 'a.b': [1, null], c: '"' },
    createdTime: '0099-12-31T23:59:59.999Z',
    firstResponseViolated: false,
    worklogTimespent: '123456789012345678.90',
  },
  { ticketId: '2', subject: '"', client: null },
]

test.each(names)(
  '%s keeps quotes, line ends, empty texts, large ids and decimals as they are',
  async (format) => {
    const place = join(folder, 'awkward')
    const [written] = await writeBatches(only('tickets', awkward), { folder: place, format })
    const file = written?.file ?? ''
    const rows =
      format === 'ndjson'
        ? (await query('SELECT json::VARCHAR AS text FROM read_ndjson_objects($1)', file)).map(({ text }) =>
            texts(JSON.parse(String(text)), ['customFields']),
          )
        : (await readBack(file, format)).map((row) => texts(row))
    expect(rows).toEqual(awkward.map((row) => texts(row, ['customFields'])))
  },
)

test('CSV is RFC 4180: a header, CRLF, quotes where needed, null empty and an empty text quoted', async () => {
  const [written] = await writeBatches(
    only(
      'technicianGroups',
      [{ groupId: '1', name: '' }],
      [
        { groupId: '2', name: null },
        { groupId: '3', name: 'a "b"' },
      ],
    ),
    { folder, format: 'csv' },
  )
  expect(await readFile(written?.file ?? '', 'utf8')).toBe(
    'groupId,name,_doubtful\r\n1,"",\r\n2,,\r\n3,"a ""b""",\r\n',
  )
})

test('columns come from the schema: also of an entity without rows', async () => {
  for (const format of ['csv', 'parquet'] as const) {
    const [written] = await writeBatches(only('sites', []), { folder: join(folder, 'none'), format })
    expect(written?.rows).toBe(0)
    expect(await readBack(written?.file ?? '', format)).toEqual([])
  }
  const described = await query('DESCRIBE FROM read_parquet($1)', join(folder, 'none', 'sites.parquet'))
  expect(Object.fromEntries(described.map((row) => [row.column_name, row.column_type]))).toMatchObject({
    id: 'VARCHAR',
    'holidayList.id': 'VARCHAR',
    businessHour: 'VARCHAR',
    'client.accountId': 'VARCHAR',
    hq: 'BOOLEAN',
  })
})

test('Parquet is written in row groups, whatever the size of the batches', async () => {
  const rows = Array.from({ length: 12_000 }, (_, number) => ({
    groupId: String(number),
    name: `group ${number % 7}`,
  }))
  const place = { folder: join(folder, 'groups'), format: 'parquet' } as const
  const [written] = await writeBatches(only('technicianGroups', rows.slice(0, 10), rows.slice(10)), place)
  const file = written?.file ?? ''
  expect((await readBack(file, 'parquet')).map((row) => texts(row))).toEqual(rows)
  const groups =
    'SELECT DISTINCT row_group_id, row_group_num_rows AS rows FROM parquet_metadata($1) ORDER BY ALL'
  expect((await query(groups, file)).map(({ rows: count }) => Number(count))).toEqual([5000, 5000, 2000])
})

test.each(names)(
  '%s: until all is written no file has its name, and a failure leaves the earlier ones',
  async (format) => {
    const place = join(folder, `broken-${format}`)
    await writeBatches(only('tasks', []), { folder: place, format })
    const earlier = join(place, `tickets.${format}`)
    await writeFile(earlier, 'of an earlier run')
    const during: string[] = []
    async function* broken(): AsyncGenerator<Batch> {
      yield* batchesOf(10)
      during.push(...(await readdir(place)))
      throw new Error('the tenant went away')
    }
    await expect(writeBatches(broken(), { folder: place, format })).rejects.toThrow('the tenant went away')
    expect(during.filter((name) => !name.endsWith('.part')).sort()).toEqual([
      `tasks.${format}`,
      `tickets.${format}`,
    ])
    expect(during.filter((name) => name.endsWith('.part'))).toHaveLength(entities.length)
    expect((await readdir(place)).sort()).toEqual([`tasks.${format}`, `tickets.${format}`])
    expect(await readFile(earlier, 'utf8')).toBe('of an earlier run')
  },
)

const doubtful = {
  ticketId: '7',
  createdTime: 'soon',
  firstResponseViolated: 'perhaps',
  client: 'ACME',
  site: { id: '5', name: { de: 'Lager' } },
  status: 3,
}

test.each(['csv', 'parquet'] as const)('%s sets apart what does not fit its columns', async (format) => {
  const place = join(folder, 'doubtful')
  const [written] = await writeBatches(only('tickets', [doubtful, { ticketId: '8' }]), {
    folder: place,
    format,
  })
  const [first, second] = (await readBack(written?.file ?? '', format)).map((row) => texts(row))
  const { _doubtful, ...rest } = first ?? {}
  expect(rest).toEqual({ ticketId: '7', 'site.id': '5', 'site.name': '{"de":"Lager"}', status: '3' })
  expect(JSON.parse(_doubtful ?? '')).toEqual({
    createdTime: 'soon',
    firstResponseViolated: 'perhaps',
    client: 'ACME',
  })
  expect(second).toEqual({ ticketId: '8' })
})
