import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createExtractor, itExtractedEntities } from '@superhack/superops/extract'
import { createClient, type ItClient } from '@superhack/superops/it'
import { itEntityTables, keyFieldOf, writeBatches, writeExtraction } from '@superhack/superops/tables'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { compiled } from '../program.js'

const tenant = createMockTenant({ product: 'it', tickets: 60 })
let server: Awaited<ReturnType<typeof tenant.listen>>
let superops: ItClient
let folder: string

beforeAll(async () => {
  server = await tenant.listen()
  superops = createClient(server.credentials)
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'superops-it-tables-'))
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(async () => {
  superops.close()
  await server.close()
})

const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
  (await readFile(join(folder, `${table}.ndjson`), 'utf8'))
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))

const entities = Object.keys(itEntityTables) as (keyof typeof itEntityTables)[]

test('an extraction is written as tables, each record once, departments in place of clients', async () => {
  const extraction = await createExtractor(superops).run({ entities })
  const { data, metrics } = extraction
  const manifest = await writeExtraction(extraction, { folder, format: 'ndjson', product: 'it' })
  expect(manifest).toMatchObject({ product: 'it', complete: true })
  for (const entity of entities) {
    const table = itEntityTables[entity]
    const [key = ''] = keyFieldOf(table).split('.')
    const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const ids = (data[entity] ?? []).map((row) => (row as unknown as Record<string, unknown>)[key])
    const written = await rowsOf(table)
    expect([table, written.map((row) => row[column])]).toEqual([table, ids])
    expect([table, ids.length > 0, written.filter((row) => row._doubtful !== null)]).toEqual([
      table,
      true,
      [],
    ])
  }
  expect((await rowsOf('tickets')).map((row) => row.department_department_id)).toEqual(
    data.tickets?.map(({ department }) => department?.departmentId),
  )
  const figures = await rowsOf('client_metrics')
  expect(figures.map((row) => row.client_id)).toEqual(metrics?.clients.map(({ clientId }) => clientId))
  expect(figures.map((row) => row.monthly_recurring_revenue).filter((value) => value !== null)).toEqual([])
})

test('batches are written with what became of each record', async () => {
  const batches = createExtractor(superops).batches({ entities: ['departments', 'users'] })
  const { tables, product } = await writeBatches(batches, { folder, format: 'ndjson', product: 'it' })
  expect(product).toBe('it')
  expect(tables.map(({ table, rows, complete }) => [table, rows, complete]).sort()).toEqual([
    ['departments', tenant.world.departments?.length, true],
    ['users', tenant.world.users?.length, true],
  ])
})

test('the main job writes the files of the product, and refuses the folder of the other', async () => {
  const run = await compiled('main')
  const args = ['extract', '--out', folder, '--format', 'ndjson', '--tickets', '20', '--seed', '3']
  const { code, stderr } = await run(args, { SUPEROPS_PRODUCT: 'it' })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const files = await readdir(folder)
  for (const entity of itExtractedEntities) expect(files).toContain(`${itEntityTables[entity]}.ndjson`)
  expect(files).toContain('portfolio.ndjson')
  expect(await rowsOf('client_metrics')).toHaveLength((await rowsOf('departments')).length)
  expect(await rowsOf('tickets')).toHaveLength(20)
  const other = await run(args)
  expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('that of the other product') })
})
