import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FetchedPage, Page } from '../../src/client/pages.js'
import { walkPages } from '../../src/client/walks.js'
import type { Window } from '../../src/client/windows.js'
import { runs } from '../runs.js'

interface Row {
  readonly id: string
  time: number | null
  /** What the order of the list still goes by, and until when; null: the row is not in it yet. */
  late?: { readonly time: number | null; readonly until: number }
}

type Ties = 'stable' | 'any'

/** A server whose rows change between requests; equal times come in a stable order, or any. */
class Server {
  readonly rows: Row[] = []
  readonly always = new Set<string>()
  clock = 1_700_000_000_000
  /** After so long a change shows in the order of the list. */
  lag = () => 0
  requests = 0
  #ids = 0
  readonly #random: () => number
  readonly #ties: Ties
  readonly #nulls: 'first' | 'last'

  constructor(random: () => number, ties: Ties = 'stable', nulls: 'first' | 'last' = 'last') {
    this.#random = random
    this.#ties = ties
    this.#nulls = nulls
  }

  add(time: number | null): void {
    this.rows.push({ id: String(++this.#ids), time })
  }

  /** A row that the list shows late. */
  addLate(time: number): void {
    this.add(time)
    const row = this.rows.at(-1)
    if (row !== undefined) row.late = { time: null, until: this.clock + this.lag() }
  }

  #isListed({ late }: Row): boolean {
    return late === undefined || late.time !== null || this.clock >= late.until
  }

  get listed(): Row[] {
    return this.rows.filter((row) => this.#isListed(row))
  }

  removeAny(): void {
    const [gone] = this.rows.splice(Math.floor(this.#random() * this.rows.length), 1)
    if (gone !== undefined) this.always.delete(gone.id)
  }

  touchAny(time: number): void {
    const row = this.rows[Math.floor(this.#random() * this.rows.length)]
    if (row === undefined || !this.#isListed(row)) return
    const lag = this.lag()
    if (lag > 0) row.late = { time: this.#placeOf(row), until: this.clock + lag }
    row.time = time
  }

  #placeOf({ time, late }: Row): number | null {
    return late === undefined || this.clock >= late.until ? time : late.time
  }

  serve({ start, size }: Window, descending = true): FetchedPage<Row> {
    this.requests++
    const unset = this.#nulls === 'first' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    const sign = descending ? 1 : -1
    const listed = this.listed
    const sorted = listed
      .map((row) => {
        const place = this.#placeOf(row)
        return {
          row: { id: row.id, time: row.time },
          rank: place === null ? unset : place * sign,
          tie: this.#ties === 'any' ? this.#random() : Number(row.id),
        }
      })
      .sort((a, b) => (a.rank === b.rank ? a.tie - b.tie : b.rank > a.rank ? 1 : -1))
      .slice(start, start + size)
      .map(({ row }) => row)
    return {
      rows: sorted,
      keys: sorted.map(({ id }) => id),
      times: sorted.map(({ time }) => time),
      serverTime: Math.floor(this.clock / 1000) * 1000,
      issues: [],
      origin: 'live',
      hasMore: start + size < listed.length,
      totalCount: listed.length,
      requests: 1,
    }
  }
}

function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Settings {
  readonly moving?: boolean
  readonly descending?: boolean
  readonly pageSize?: number
  readonly lookAhead?: number
  readonly limit?: number
  readonly before?: (request: number) => void
}

async function walk(server: Server, settings: Settings = {}) {
  const { moving = false, descending = true, pageSize = 100, lookAhead = 1, limit, before } = settings
  for (const { id } of server.listed) server.always.add(id)
  const pages: Page<Row>[] = []
  const walked = walkPages<Row>({
    fetchPage: async (window) => {
      before?.(server.requests)
      return server.serve(window, descending)
    },
    keyOf: ({ id }) => id,
    pageSize,
    lookAhead,
    sorted: { attribute: 'time', moving, descending },
    ...(limit !== undefined && { limit }),
  })
  for await (const page of walked) pages.push(page)
  const rows = pages.flatMap((page) => page.rows)
  const ids = new Set(rows.map(({ id }) => id))
  return {
    rows,
    end: pages.at(-1)?.end,
    missed: [...server.always].filter((id) => !ids.has(id)).length,
    doubled: rows.length - ids.size,
    told: pages.reduce((sum, { requests }) => sum + requests, 0),
  }
}

/** A list with single times, groups of equal times and unset ones. */
function build(random: () => number, ties: Ties, count: number, groups: readonly number[], unset: number) {
  const server = new Server(random, ties, random() < 0.5 ? 'first' : 'last')
  for (let at = 0; at < count; at++) server.add(server.clock - Math.floor(random() * 40_000_000))
  for (const length of groups) {
    const time = server.clock - Math.floor(random() * 40_000_000)
    for (let at = 0; at < length; at++) server.add(time)
  }
  for (let at = 0; at < unset; at++) server.add(null)
  return server
}

const world = fc.record({
  seed: fc.integer(),
  count: fc.integer({ min: 0, max: 500 }),
  pageSize: fc.integer({ min: 25, max: 60 }),
  lookAhead: fc.integer({ min: 1, max: 4 }),
})

test('a list that keeps still comes once, in order and complete, with groups of equal and unset times', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.boolean(),
      fc.array(fc.integer({ min: 2, max: 150 }), { maxLength: 2 }),
      fc.integer({ min: 0, max: 80 }),
      async ({ seed, count, ...settings }, descending, groups, unset) => {
        const server = build(randomOf(seed), 'stable', count, groups, unset)
        const { rows, end, missed, doubled, told } = await walk(server, { ...settings, descending })
        expect({ end, missed, doubled, told }).toEqual({
          end: { complete: true },
          missed: 0,
          doubled: 0,
          told: server.requests,
        })
        const times = rows.flatMap(({ time }) => (time === null ? [] : [descending ? -time : time]))
        expect(times).toEqual([...times].sort((a, b) => a - b))
      },
    ),
    { numRuns: runs(1000) },
  )
})

test.each([
  ['never changes', false, 1],
  ['never changes, four pages at once', false, 4],
  ['moves with each update', true, 1],
  ['moves with each update, four pages at once', true, 4],
])(
  'a churning list whose time %s misses and doubles nothing',
  async (_, moving, lookAhead) => {
    const sums = { runs: 0, missed: 0, doubled: 0, incomplete: 0, wrong: 0, requests: 0 }
    for (let seed = 1; seed <= runs(1000); seed++) {
      const random = randomOf(seed)
      const server = build(
        random,
        'stable',
        900,
        random() < 0.3 ? [Math.ceil(random() * 150)] : [],
        random() < 0.3 ? 70 : 0,
      )
      const pageSize = 30 + Math.floor(random() * 70)
      const result = await walk(server, {
        moving,
        lookAhead,
        pageSize,
        before: () => {
          server.clock += 400
          for (let change = 0; change < 6; change++) {
            const dice = random()
            if (dice < 0.25) server.add(server.clock + change)
            else if (dice < 0.5) server.removeAny()
            else if (moving && dice < 0.9) server.touchAny(server.clock + change)
          }
          // Bulk edits and removals.
          if (random() < 0.03) for (let at = 0; at < 25; at++) server.removeAny()
          if (moving && random() < 0.03) for (let at = 0; at < 15; at++) server.touchAny(server.clock)
        },
      })
      sums.runs++
      sums.missed += result.missed
      sums.doubled += result.doubled
      sums.requests += server.requests
      if (!result.end?.complete) sums.incomplete++
      else if (result.missed > 0) sums.wrong++
    }
    expect(sums).toMatchObject({ missed: 0, doubled: 0, wrong: 0 })
  },
  600_000,
)

test('a group of equal times longer than a page is read until it is whole, in whatever order it comes', async () => {
  let wrong = 0
  let open = 0
  for (let seed = 1; seed <= runs(1000); seed++) {
    const server = build(randomOf(seed), 'any', 120, [250], 0)
    const { end, missed, doubled } = await walk(server)
    expect(doubled).toBe(0)
    if (!end?.complete) open++
    else if (missed > 0) wrong++
  }
  expect({ wrong, mostlyClosed: open <= runs(1000) / 2 }).toEqual({ wrong: 0, mostlyClosed: true })
}, 600_000)

test.each([
  ['never changes', false],
  ['moves with each update', true],
])(
  'a list whose order lags behind, by a time that %s, is never called complete wrongly',
  async (_, moving) => {
    const sums = { missed: 0, wrong: 0, doubled: 0 }
    let complete = 0
    for (let seed = 1; seed <= runs(1000); seed++) {
      const random = randomOf(seed)
      const server = build(random, 'stable', 500, [], 0)
      const [most, churn] = [random() * 60_000, Math.ceil(random() * 4)]
      server.lag = () => random() * most
      const change = () => {
        server.clock += 200 + random() * 3000
        for (let count = 0; count < churn; count++) {
          const dice = random()
          if (dice < 0.2) server.addLate(server.clock - Math.floor(random() * 100))
          else if (dice < 0.3) server.removeAny()
          else if (moving && dice < 0.7) server.touchAny(server.clock)
        }
      }
      // Some changes of the time before the walk have not arrived when it begins.
      for (let count = 0; count < 20; count++) change()
      const { end, missed, doubled } = await walk(server, {
        moving,
        pageSize: 30 + Math.floor(random() * 70),
        lookAhead: 1 + Math.floor(random() * 3),
        before: change,
      })
      sums.doubled += doubled
      if (end?.complete) complete++
      if (end?.complete && missed > 0) sums.wrong++
      sums.missed += end?.complete ? missed : 0
    }
    expect({ ...sums, someComplete: complete > 0 }).toEqual({
      missed: 0,
      wrong: 0,
      doubled: 0,
      someComplete: true,
    })
  },
  600_000,
)

test('a group of equal times of which a row never comes is told with its time', async () => {
  const server = build(randomOf(9), 'stable', 200, [], 0)
  const time = server.clock - 20_000_000
  for (let at = 0; at < 250; at++) server.add(time)
  const group = server.rows.filter((row) => row.time === time)
  const [hidden, shown] = [group[120], group[121]]
  const pages: Page<Row>[] = []
  for await (const page of walkPages<Row>({
    // One row of the group comes in the place of another.
    fetchPage: async (window) => {
      const fetched = server.serve(window)
      const rows = fetched.rows.map((row) => (row.id === hidden?.id ? { ...row, id: shown?.id ?? '' } : row))
      return { ...fetched, rows, keys: rows.map(({ id }) => id) }
    },
    keyOf: ({ id }) => id,
    pageSize: 100,
    sorted: { attribute: 'time', moving: false, descending: true },
  }))
    pages.push(page)
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
  expect(ids).toHaveLength(server.rows.length - 1)
  expect(new Set(ids).size).toBe(ids.length)
  expect(pages.at(-1)?.end).toEqual({
    complete: false,
    reason: 'unproven-ties',
    at: new Date(time).toISOString(),
  })
  expect(pages.slice(0, -1).every(({ end }) => end === undefined)).toBe(true)
})

test('rows that slid over a seam are found by stepping back, and come in order', async () => {
  const server = build(randomOf(1), 'stable', 600, [], 0)
  const before = (request: number) => {
    if (request !== 2) return
    const newest = server.rows.sort((a, b) => (b.time ?? 0) - (a.time ?? 0)).splice(0, 150)
    for (const { id } of newest) server.always.delete(id)
  }
  const { end, missed, doubled, rows } = await walk(server, { before })
  expect({ end, missed, doubled }).toEqual({ end: { complete: true }, missed: 0, doubled: 0 })
  expect(rows.map(({ time }) => time)).toEqual(
    rows.map(({ time }) => time).sort((a, b) => (b ?? 0) - (a ?? 0)),
  )
})

test('a seam that is gone in each answer is told with its time', async () => {
  const time = (place: number) => 1_700_000_000_000 - place
  const page = (from: number, size: number, hasMore: boolean): FetchedPage<Row> => {
    const rows = Array.from({ length: size }, (_, at) => ({ id: String(from + at), time: time(from + at) }))
    return {
      rows,
      keys: rows.map(({ id }) => id),
      times: rows.map((row) => row.time),
      issues: [],
      origin: 'live',
      hasMore,
      totalCount: null,
      requests: 1,
    }
  }
  // Far down, so that stepping back does not come to the head of the list.
  const depth = 420_000
  let end: Page<Row>['end']
  let boundary = 0
  let below = 0
  for await (const item of walkPages<Row>({
    fetchPage: async ({ start, size }) => {
      if (start + size < depth) {
        if (below > 0) return page(depth * 2 + below++, size, below < 16)
        boundary = start + size - 1
        return page(start, size, true)
      }
      return page(depth * 2 + below++, size, true)
    },
    keyOf: ({ id }) => id,
    pageSize: 100,
    limit: depth * 2,
    sorted: { attribute: 'time', moving: false, descending: true },
  }))
    end = item.end
  expect(end).toEqual({
    complete: false,
    reason: 'unproven-seam',
    at: new Date(time(boundary)).toISOString(),
  })
})

test('a server that does not sort is walked by counting', async () => {
  const server = build(randomOf(3), 'stable', 400, [], 0)
  const pages: Page<Row>[] = []
  const shuffled = (window: Window): FetchedPage<Row> => {
    const rows = server.rows.slice(window.start, window.start + window.size)
    return {
      ...server.serve(window),
      rows,
      keys: rows.map(({ id }) => id),
      times: rows.map(({ time }) => time),
    }
  }
  for await (const page of walkPages<Row>({
    fetchPage: async (window) => shuffled(window),
    keyOf: ({ id }) => id,
    pageSize: 100,
    sorted: { attribute: 'time', moving: false, descending: true },
  }))
    pages.push(page)
  expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(server.rows.map(({ id }) => id))
  expect(pages.at(-1)?.end).toEqual({ complete: true })
})

test('a server that repeats its first page is left', async () => {
  const server = build(randomOf(5), 'stable', 400, [], 0)
  const first = server.serve({ page: 1, size: 100, start: 0 })
  let end: Page<Row>['end']
  for await (const page of walkPages<Row>({
    fetchPage: async () => first,
    keyOf: ({ id }) => id,
    pageSize: 100,
    sorted: { attribute: 'time', moving: false, descending: true },
  }))
    end = page.end
  expect(end).toEqual({ complete: false, reason: 'repeated-page' })
})

test('a limit ends the walk, and no page behind it is read ahead', async () => {
  const server = build(randomOf(7), 'stable', 900, [], 0)
  const { rows, end } = await walk(server, { limit: 150, lookAhead: 10 })
  expect({ rows: rows.length, end, requests: server.requests }).toEqual({
    rows: 150,
    end: { complete: false, reason: 'limit' },
    requests: 2,
  })
})
