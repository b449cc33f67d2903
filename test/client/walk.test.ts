import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdSet } from '../../src/client/id-set.js'
import type { FetchedPage, Page } from '../../src/client/pages.js'
import { walkPages } from '../../src/client/walks.js'
import { type Window, windowAround } from '../../src/client/windows.js'
import { runs } from '../runs.js'

interface Row {
  readonly id: string
}

const answer = (ids: readonly string[], hasMore: boolean, totalCount: number | null): FetchedPage<Row> => ({
  rows: ids.map((id) => ({ id })),
  keys: ids,
  issues: [],
  origin: 'live',
  hasMore,
  totalCount,
  requests: 1,
})

/** What a server answers that holds these rows at the moment of the request. */
const serve = (ids: readonly string[], { start, size }: Window) =>
  answer(ids.slice(start, start + size), start + size < ids.length, ids.length)

interface Settings {
  readonly pageSize?: number
  readonly limit?: number
  readonly whole?: boolean
}

async function walk(
  fetchPage: (window: Window) => FetchedPage<Row>,
  { pageSize = 100, limit, whole = false }: Settings = {},
) {
  const pages: Page<Row>[] = []
  const options = {
    fetchPage: async (window: Window) => fetchPage(window),
    keyOf: (row: Row) => row.id,
    pageSize,
    whole,
  }
  for await (const item of walkPages({ ...options, ...(limit !== undefined && { limit }) })) pages.push(item)
  return {
    ids: pages.flatMap(({ rows }) => rows.map(({ id }) => id)),
    end: pages.at(-1)?.end,
    pages: pages.length,
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1))

test('a list that keeps still is delivered once, in order, and is complete', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 100 }),
      async (count, pageSize) => {
        const ids = numbered(count)
        expect(await walk((window) => serve(ids, window), { pageSize })).toMatchObject({
          ids,
          end: { complete: true },
        })
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('the overlap costs less than one request in five', async () => {
  const ids = numbered(10_000)
  const { pages } = await walk((window) => serve(ids, window))
  expect(pages).toBeGreaterThanOrEqual(100)
  expect(pages).toBeLessThan(120)
})

test('what is called complete misses no row that was there all the time, however the list changes', async () => {
  const change = fc.record({
    before: fc.integer({ min: 0, max: 12 }),
    removed: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 40 }),
    added: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 400 }),
      fc.array(change, { maxLength: 4 }),
      fc.integer({ min: 10, max: 50 }),
      async (count, changes, pageSize) => {
        const ids = numbered(count)
        const always = new Set(ids)
        let request = 0
        let next = count
        const result = await walk(
          (window) => {
            for (const { before, removed, added } of changes) {
              if (before !== request) continue
              for (const share of removed)
                for (const id of ids.splice(Math.floor(share * ids.length), 1)) always.delete(id)
              for (const share of added) ids.splice(Math.round(share * ids.length), 0, String(++next))
            }
            request++
            return serve(ids, window)
          },
          { pageSize },
        )
        expect(new Set(result.ids).size).toBe(result.ids.length)
        const missed = [...always].filter((id) => !result.ids.includes(id))
        if (result.end?.complete) expect(missed).toEqual([])
      },
    ),
    { numRuns: runs(10_000) },
  )
})

test('rows that slid over a seam, because rows above were removed, are found by stepping back', async () => {
  let requests = 0
  const all = numbered(300)
  const { ids } = await walk((window) => serve(requests++ === 0 ? all : all.slice(30), window))
  expect(ids.sort((a, b) => Number(a) - Number(b))).toEqual(all)
})

test('a total that changed is not called complete unless a later walk proves it', async () => {
  let requests = 0
  const { ids, end } = await walk((window) => serve(numbered(requests++ === 0 ? 150 : 151), window))
  expect(ids).toEqual(numbered(151))
  expect(end).toEqual({ complete: true })
})

test('a list that changes all the time is walked three times and not called complete', async () => {
  let requests = 0
  const { end } = await walk((window) => serve(numbered(150 + requests++), window))
  expect(end).toEqual({ complete: false, reason: 'changed-while-read' })
})

test('a server that repeats its first page is left', async () => {
  const { ids, end } = await walk(() => answer(['1', '2'], true, 10))
  expect(ids).toEqual(['1', '2'])
  expect(end).toEqual({ complete: false, reason: 'repeated-page' })
})

test('an empty page that promises more ends the walk', async () => {
  const { ids, end } = await walk(
    ({ start }) => (start === 0 ? answer(['1'], true, 10) : answer([], true, 10)),
    { pageSize: 1 },
  )
  expect(ids).toEqual(['1'])
  expect(end).toEqual({ complete: false, reason: 'empty-page' })
})

test('a limit ends the walk, and is complete only when nothing was left', async () => {
  const ids = ['1', '2', '3']
  const read = (limit: number) => walk((window) => serve(ids, window), { pageSize: 2, limit })
  expect(await read(2)).toEqual({ ids: ['1', '2'], end: { complete: false, reason: 'limit' }, pages: 1 })
  expect(await read(3)).toMatchObject({ ids, end: { complete: true } })
})

test('a bare array is one complete page', async () => {
  expect(await walk(() => answer(['1', '2'], false, null), { whole: true })).toEqual({
    ids: ['1', '2'],
    end: { complete: true },
    pages: 1,
  })
})

test('a window holds its target and ends behind it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 50, max: 100 }),
      (target, largest) => {
        const { page, size, start } = windowAround(target, largest)
        expect(start).toBe((page - 1) * size)
        expect(start).toBeLessThanOrEqual(target)
        expect(start + size).toBeGreaterThan(target + 1)
      },
    ),
    { numRuns: runs(10_000) },
  )
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
