import { createClient } from '@superhack/superops'
import { memoryStore } from '@superhack/superops/state'
import { type Source, StreamManager } from '@superhack/superops/streams'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { runs } from '../runs.js'

afterEach(() => void vi.useRealTimers())

const hour = 3_600_000
const start = Date.parse('2026-01-02T00:00:00.000Z')
const instant = (ms: number) => new Date(ms).toISOString()

interface Life {
  readonly dueHours: number
  /** After so many hours the due time is moved to another, or the process starts anew. */
  readonly steps: readonly { readonly afterHours: number; readonly dueHours?: number }[]
}

/** What a manager tells of a ticket over a life of 60 virtual days. */
async function told({ dueHours, steps }: Life): Promise<{ due: string; at: number }[]> {
  vi.useFakeTimers({
    now: start,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
  const client = createClient({ apiKey: 'token', tenantId: 'acme' })
  const state = memoryStore()
  const ticket = (due: number) => ({
    ticketId: '7',
    status: 'Open',
    createdTime: instant(start),
    resolutionDueTime: instant(start + due * hour),
  })
  let row = ticket(dueHours)
  const source: Source = {
    async *read() {
      const end = { complete: true, requests: 1, totalCount: 1 }
      yield { entity: 'tickets', origin: 'live', rows: [row], removed: [], restored: [], end }
    },
    readOne: async () => row,
  }
  const breaches: { due: string; at: number }[] = []
  const begin = async () => {
    const streams = new StreamManager({
      client,
      source,
      state,
      entities: ['tickets'],
      updateIntervalMs: 500 * hour,
    })
    streams.on('sla-alerts', ({ type, data }) => {
      if (type === 'sla.breached') breaches.push({ due: data.dueAt, at: Date.now() })
    })
    await streams.start()
    await streams.refresh('tickets')
    return streams
  }
  let streams = await begin()
  for (const { afterHours, dueHours: moved } of steps) {
    await vi.advanceTimersByTimeAsync(afterHours * hour)
    if (moved === undefined) {
      await streams.stop()
      streams = await begin()
    } else {
      row = ticket(moved)
      await streams.refresh('tickets')
    }
  }
  const end = start + 60 * 24 * hour
  await vi.advanceTimersByTimeAsync(end - Date.now())
  await streams.stop()
  client.close()
  vi.useRealTimers()
  return breaches
}

/** Each due time that was reached, once: at its instant, or when it was moved into the past. */
function expected({ dueHours, steps }: Life): { due: string; at: number }[] {
  const found = new Map<number, number>()
  let [due, now] = [dueHours, 0]
  const reach = (until: number) => {
    const at = Math.max(now, due)
    // What is late at the very first reading is known and not told.
    if (due >= 0 && at <= until && !found.has(due)) found.set(due, at === due ? at * hour + 1 : at * hour)
  }
  for (const { afterHours, dueHours: moved } of steps) {
    // A due time is passed a millisecond after it.
    reach(now + afterHours - 1e-6)
    now += afterHours
    due = moved ?? due
  }
  reach(60 * 24)
  return [...found].map(([hours, at]) => ({ due: instant(start + hours * hour), at: start + at }))
}

test('a due time 40 days away, moved or in the past is told once at its instant, over restarts too', async () => {
  const life = fc.record({
    dueHours: fc.integer({ min: 1, max: 45 * 24 }),
    steps: fc.array(
      fc.record(
        {
          afterHours: fc.integer({ min: 1, max: 200 }).map((hours) => hours + 0.5),
          dueHours: fc.integer({ min: 1, max: 45 * 24 }),
        },
        { requiredKeys: ['afterHours'] },
      ),
      { maxLength: 5 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(life, async (each) => {
      expect(await told(each)).toEqual(expected(each))
    }),
    {
      numRuns: runs(500),
      examples: [
        [{ dueHours: 40 * 24, steps: [{ afterHours: 36.5 }] }],
        [{ dueHours: 40 * 24, steps: [{ afterHours: 36.5, dueHours: 20 }, { afterHours: 1 }] }],
      ],
    },
  )
}, 300_000)

test('clocks that fall together are read again in one go, what is not found singly', async () => {
  const now = Date.now()
  const client = createClient({ apiKey: 'token', tenantId: 'acme' })
  const rows = ['1', '2', '3', '4'].map((id) => ({
    ticketId: id,
    displayId: `T-${id}`,
    status: 'Open',
    createdTime: instant(now),
    resolutionDueTime: instant(now + 600 + Number(id) * 20),
  }))
  const asked: (readonly string[])[] = []
  const source: Source = {
    async *read() {
      const end = { complete: true, requests: 1, totalCount: 4 }
      yield { entity: 'tickets', origin: 'live', rows, removed: [], restored: [], end }
    },
    async readMany(_entity, known) {
      asked.push([...known.keys()].sort())
      return new Map(rows.slice(0, 3).map((row) => [row.ticketId, row]))
    },
    async readOne(_entity, id) {
      asked.push([id])
      return rows[3] ?? null
    },
  }
  const streams = new StreamManager({ client, source, entities: ['tickets'], slaAtRiskRatio: 0.0001 })
  const breaches: [string | undefined, boolean][] = []
  streams.on('sla-alerts', ({ type, subject, data }) => {
    if (type === 'sla.breached') breaches.push([subject, data.verified])
  })
  await streams.start()
  try {
    await expect.poll(() => breaches.length, { timeout: 5000 }).toBe(4)
  } finally {
    await streams.stop()
    client.close()
  }
  expect(asked[0]).toEqual(['1', '2', '3', '4'])
  expect(asked[1]).toEqual(['4'])
  expect(breaches.sort()).toEqual(['1', '2', '3', '4'].map((id) => [id, true]))
})
