import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdSet } from '../../src/client/id-set.js'
import { type FetchedPage, type Page, walkPages } from '../../src/client/pages.js'
import { runs } from '../runs.js'

interface Row {
  readonly id: string
}

const page = (ids: readonly string[], hasMore: boolean, totalCount: number | null): FetchedPage<Row> => ({
  rows: ids.map((id) => ({ id })),
  keys: ids,
  issues: [],
  setAside: 0,
  hasMore,
  totalCount,
  requests: 1,
})

async function walk(fetchPage: (number: number) => FetchedPage<Row>, limit?: number) {
  const pages: Page<Row>[] = []
  const options = { fetchPage: async (number: number) => fetchPage(number), keyOf: (row: Row) => row.id }
  for await (const item of walkPages({ ...options, ...(limit !== undefined && { limit }) })) pages.push(item)
  return {
    ids: pages.flatMap(({ rows }) => rows.map(({ id }) => id)),
    end: pages.at(-1)?.end,
    pages: pages.length,
  }
}

const stable = (ids: readonly string[], size: number) => (number: number) =>
  page(ids.slice((number - 1) * size, number * size), number * size < ids.length, ids.length)

test('a list that keeps still is delivered once, in order, and is complete', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 10 }),
      async (count, size) => {
        const ids = Array.from({ length: count }, (_, at) => String(at + 1))
        expect(await walk(stable(ids, size))).toMatchObject({ ids, end: { complete: true } })
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('a row that slid over a page seam, because one above it was removed, is found by walking again', async () => {
  let reads = 0
  const result = await walk((number) => {
    reads++
    const ids = reads === 1 ? ['1', '2', '3', '4'] : ['2', '3', '4']
    return page(ids.slice((number - 1) * 2, number * 2), number === 1, ids.length)
  })
  expect(result).toEqual({
    ids: ['1', '2', '4', '3'],
    end: { complete: true },
    pages: 4,
  })
})

test('a total that changes between pages is not called complete unless a later walk proves it', async () => {
  let reads = 0
  const result = await walk((number) => {
    reads++
    const ids = reads === 1 ? ['1', '2'] : ['1', '2', '3']
    return page(ids.slice((number - 1) * 2, number * 2), number === 1, ids.length)
  })
  expect(result).toEqual({ ids: ['1', '2', '3'], end: { complete: true }, pages: 4 })
})

test('a page that comes twice ends the walk', async () => {
  const result = await walk(() => page(['1', '2'], true, 10))
  expect(result).toEqual({ ids: ['1', '2'], end: { complete: false, reason: 'repeated-page' }, pages: 2 })
})

test('an empty page that promises more ends the walk', async () => {
  const result = await walk((number) => page(number === 1 ? ['1'] : [], true, 10))
  expect(result).toEqual({ ids: ['1'], end: { complete: false, reason: 'empty-page' }, pages: 2 })
})

test('a limit ends the walk, and is complete only when nothing was left', async () => {
  const ids = ['1', '2', '3']
  expect(await walk(stable(ids, 2), 2)).toEqual({
    ids: ['1', '2'],
    end: { complete: false, reason: 'limit' },
    pages: 1,
  })
  expect(await walk(stable(ids, 2), 3)).toMatchObject({ ids, end: { complete: true } })
})

test('a bare array is one complete page', async () => {
  expect(await walk(() => page(['1', '2'], false, null))).toEqual({
    ids: ['1', '2'],
    end: { complete: true },
    pages: 1,
  })
})

test('an id set counts what a Set counts', () => {
  const id = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String),
    fc.integer({ min: 0, max: 50 }).map(String),
    fc.constantFrom('0', '007', '', 'abc', '18446744073709551616'),
  )
  fc.assert(
    fc.property(fc.array(id, { maxLength: 3000 }), (ids) => {
      const set = new Set<string>()
      const idSet = new IdSet()
      for (const item of ids) expect(idSet.add(item)).toBe(set.size !== set.add(item).size)
      expect(idSet.size).toBe(set.size)
    }),
    { numRuns: runs(1000) },
  )
})
