import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  formatNames,
  type TableBatch,
  type TableName,
  TablesError,
  tableNames,
  writeTables,
} from '@superhack/superops/tables'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query, readBack, type Texts } from './read-back.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'superops-tables-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const only = (table: TableName, ...batches: (readonly object[])[]): TableBatch[] =>
  batches.map((rows) => ({ table, rows }))
const known = (row: Texts | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))

const awkward = [
  {
    ticketId: '9007199254740993123',
    subject: 'a "quoted", text;\r\nof two lines\tand 漢字 👩‍👩‍👧 é',
    source: '',
    status: ' blanks ',
    priority: 'null',
    client: { accountId: '9007199254740995', name: 'O\'Neill, "Sons" & Co' },
    followers: [{ userId: '18446744073709551615', name: 'Zoë' }],
    customFields: { 'a.b': [1, null], c: '"' },
    createdTime: '0099-12-31T23:59:59.999Z',
    firstResponseViolated: false,
    worklogTimespent: '-123456789012.340000',
  },
  { ticketId: '2', subject: '"', client: null },
]

test.each(formatNames)(
  '%s keeps quotes, line ends, empty texts, large ids and decimals as they are',
  async (format) => {
    const place = join(folder, 'awkward')
    const [written] = await writeTables(only('tickets', awkward), { folder: place, format })
    const rows = await readBack(join(place, written?.file ?? ''), 'tickets')
    expect(rows.map(known)).toEqual([
      {
        ticket_id: '9007199254740993123',
        subject: 'a "quoted", text;\r\nof two lines\tand 漢字 👩‍👩‍👧 é',
        source: '',
        status: ' blanks ',
        priority: 'null',
        client_account_id: '9007199254740995',
        client_name: 'O\'Neill, "Sons" & Co',
        followers: '[{"userId":"18446744073709551615","name":"Zoë"}]',
        custom_fields: '{"a.b":[1,null],"c":"\\""}',
        created_time: '0099-12-31T23:59:59.999Z',
        first_response_violated: 'false',
        worklog_timespent: '-123456789012.340000',
      },
      { ticket_id: '2', subject: '"' },
    ])
  },
)

test.each(formatNames)('%s sets apart what does not fit its columns, as it came', async (format) => {
  const place = join(folder, 'doubtful')
  const doubtful = {
    ticketId: '7',
    createdTime: 'soon',
    firstResponseViolated: 'perhaps',
    client: 'ACME',
    site: { id: '5', name: { de: 'Lager' } },
    status: 3,
    worklogTimespent: '1.2345678',
  }
  const [written] = await writeTables(only('tickets', [doubtful, { ticketId: '8' }]), {
    folder: place,
    format,
  })
  const [first, second] = await readBack(join(place, written?.file ?? ''), 'tickets')
  const { _doubtful, ...rest } = known(first)
  expect(rest).toEqual({ ticket_id: '7', site_id: '5', site_name: '{"de":"Lager"}', status: '3' })
  expect(JSON.parse(_doubtful ?? '')).toEqual({
    createdTime: 'soon',
    firstResponseViolated: 'perhaps',
    client: 'ACME',
    worklogTimespent: '1.2345678',
  })
  expect(known(second)).toEqual({ ticket_id: '8' })
})

test.each(['1234567890123', '0.0000001', '1e3', '.5', '5.', '', ' 1'])(
  'the decimal %j is not rounded into its column',
  async (worklogTimespent) => {
    const rows = [{ ticketId: '1', worklogTimespent }]
    await writeTables(only('tickets', rows), { folder, format: 'parquet' })
    const [row] = await readBack(join(folder, 'tickets.parquet'), 'tickets')
    expect(row).toMatchObject({
      worklog_timespent: null,
      _doubtful: JSON.stringify({ worklogTimespent }),
    })
  },
)

test.each([
  ['+007.50', '7.500000'],
  ['-0', '0.000000'],
  ['999999999999.999999', '999999999999.999999'],
  ['1.0000000', '1.000000'],
])('the decimal %s is %s in every format', async (worklogTimespent, expected) => {
  for (const format of formatNames) {
    const rows = [{ ticketId: '1', worklogTimespent }]
    const [written] = await writeTables(only('tickets', rows), { folder, format })
    const [row] = await readBack(join(folder, written?.file ?? ''), 'tickets')
    expect(row).toMatchObject({ worklog_timespent: expected, _doubtful: null })
  }
})

test('a table without rows has its columns', async () => {
  const empty = tableNames.map((table) => ({ table, rows: [] }))
  for (const format of formatNames) {
    const place = join(folder, 'none', format)
    const written = await writeTables(empty, { folder: place, format })
    expect(written.map(({ table, rows }) => [table, rows])).toEqual(tableNames.map((name) => [name, 0]))
    for (const { file, table } of written) expect(await readBack(join(place, file), table)).toEqual([])
  }
})

test('Parquet is written in row groups, whatever the size of the batches', async () => {
  const rows = Array.from({ length: 12_000 }, (_, number) => ({
    groupId: String(number),
    name: `group ${number % 7}`,
  }))
  const place = { folder: join(folder, 'groups'), format: 'parquet' } as const
  const [written] = await writeTables(only('technician_groups', rows.slice(0, 10), rows.slice(10)), place)
  const file = join(place.folder, written?.file ?? '')
  expect((await readBack(file, 'technician_groups')).map(known)).toEqual(
    rows.map(({ groupId, name }) => ({ group_id: groupId, name })),
  )
  const groups =
    'SELECT DISTINCT row_group_id, row_group_num_rows AS rows FROM parquet_metadata($1) ORDER BY ALL'
  expect((await query(groups, file)).map(({ rows: count }) => Number(count))).toEqual([5000, 5000, 2000])
})

test.each(['ndjson', 'csv'] as const)('%s is compressed as it is written', async (format) => {
  const rows = Array.from({ length: 3000 }, (_, number) => ({
    groupId: String(number),
    name: 'é'.repeat(500),
  }))
  const batches = only('technician_groups', rows.slice(0, 1), rows.slice(1, 2999), rows.slice(2999))
  const place = join(folder, 'gzip')
  const [written] = await writeTables(batches, { folder: place, format, gzip: true })
  expect(written).toEqual({ table: 'technician_groups', file: `technician_groups.${format}.gz`, rows: 3000 })
  await writeTables(batches, { folder: place, format })
  const [plain, packed] = await Promise.all(
    ['', '.gz'].map((end) => readFile(join(place, `technician_groups.${format}${end}`))),
  )
  expect(gunzipSync(packed as Buffer).equals(plain as Buffer)).toBe(true)
  expect(await readBack(join(place, written?.file ?? ''), 'technician_groups')).toHaveLength(3000)
})

test.each([...formatNames, 'ndjson.gz'])(
  '%s: until all is written no file has its name, and a failure leaves the earlier ones',
  async (name) => {
    const [format = '', gz] = name.split('.')
    const place = join(folder, `broken-${name}`)
    const options = { folder: place, format: format as 'csv', gzip: gz !== undefined }
    await writeTables(only('tasks', []), options)
    const earlier = join(place, `tickets.${name}`)
    await writeFile(earlier, 'of an earlier run')
    const during: string[] = []
    async function* broken(): AsyncGenerator<TableBatch> {
      yield* only('tickets', [{ ticketId: '1' }])
      yield* only('tasks', [{ taskId: '1' }])
      during.push(...(await readdir(place)))
      throw new Error('the tenant went away')
    }
    await expect(writeTables(broken(), options)).rejects.toThrow('the tenant went away')
    expect(during.filter((file) => !file.endsWith('.part')).sort()).toEqual([
      `tasks.${name}`,
      `tickets.${name}`,
    ])
    expect(during.filter((file) => file.endsWith('.part'))).toHaveLength(2)
    expect((await readdir(place)).sort()).toEqual([`tasks.${name}`, `tickets.${name}`])
    expect(await readFile(earlier, 'utf8')).toBe('of an earlier run')
  },
)

test.each([
  [{ folder: '', format: 'csv' }, 'folder: expected the path of a folder, received string'],
  [{ folder: 'x', format: 'xml' }, "format: expected 'ndjson' or 'csv' or 'parquet', received another text"],
  [{ folder: 'x', format: 'csv', gzip: 1 }, 'gzip: expected a boolean, received number'],
  [{ folder: 'x', format: 'csv', rawCsv: 'no' }, 'rawCsv: expected a boolean, received string'],
  [{ folder: 'x', format: 'parquet', gzip: true }, 'gzip: Parquet is compressed without it; leave it out'],
])('the options %j are refused', async (options, message) => {
  await expect(writeTables([], options as never)).rejects.toThrow(new TypeError(message))
})

test('what is no figure is refused by its table and name', async () => {
  const wrong = only('ticket_metrics', [{ ticketId: '1', ticketAgeMinutes: 'old' }])
  await expect(writeTables(wrong, { folder, format: 'csv' })).rejects.toThrow(
    'ticket_metrics: ticketAgeMinutes does not fit its column',
  )
})

test.each(['module', 'commonjs'])('%s: Parquet without its package names the command', (format) => {
  const project = join(folder, `without-${format}`)
  const own = join(project, 'node_modules/@superhack/superops')
  mkdirSync(own, { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../dist'), join(own, 'dist'))
  cpSync(join(import.meta.dirname, '../../package.json'), join(own, 'package.json'))
  const load =
    format === 'module'
      ? "import { writeTables } from '@superhack/superops/tables'"
      : "const { writeTables } = require('@superhack/superops/tables')"
  const text = `${load}
    const rows = [{ table: 'tasks', rows: [] }]
    const tell = ({ name, code, message }) => console.log(name, code, message)
    writeTables(rows, { folder: 'out', format: 'csv' }).then(([{ file }]) => console.log(file))
      .then(() => writeTables(rows, { folder: 'out', format: 'parquet' })).catch(tell)`
  const args = ['--preserve-symlinks', `--input-type=${format}`, '--eval', text]
  expect(execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' })).toBe(
    `tasks.csv\n${TablesError.name} ERR_MISSING_PEER Parquet needs the package hyparquet-writer: npm install hyparquet-writer@0.17\n`,
  )
})
