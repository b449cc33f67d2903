import { createClient } from '@superhack/superops'
import { memoryStore, type StateStore } from '@superhack/superops/state'
import { type Source, type StreamEvent, StreamManager } from '@superhack/superops/streams'
import { expect, onTestFinished, test } from 'vitest'

const client = createClient({
  apiKey: 'token',
  tenantId: 'acme',
  requestsPerMinute: Number.POSITIVE_INFINITY,
})
type Row = Record<string, unknown>

/** A source that a test fills: what it was given is read at the next poll. */
function sourceOf(readOne: (id: string) => Promise<Row | null>) {
  let waiting: Row[] = []
  const source: Source = {
    async *read(entities) {
      if (!entities.includes('tickets')) return
      const rows = waiting
      waiting = []
      const end = { complete: true, requests: 1, totalCount: rows.length }
      yield { entity: 'tickets', origin: 'live', rows, removed: [], restored: [], end }
    },
    readOne: (_entity, id) => readOne(id),
  }
  return { source, give: (...rows: Row[]) => waiting.push(...rows) }
}

const instant = (ms: number) => new Date(ms).toISOString()
const ticketDue = (id: string, from: number, due: number, more: Row = {}): Row => ({
  ticketId: id,
  displayId: `1-${id}`,
  status: 'Open',
  priority: 'High',
  createdTime: instant(from),
  resolutionDueTime: instant(due),
  ...more,
})

async function started(source: Source, state: StateStore = memoryStore()) {
  const streams = new StreamManager({ client, source, state, updateIntervalMs: 3_600_000 })
  const events: { event: StreamEvent; at: number }[] = []
  streams.on('sla-alerts', (event: StreamEvent) => events.push({ event, at: Date.now() }))
  onTestFinished(() => streams.stop())
  await streams.start()
  await streams.refresh()
  const told = () =>
    events.map(({ event: { type, subject, data } }) => {
      const { clock, threshold, verified } = data as { clock: string; threshold: number; verified: boolean }
      return { type, subject, clock, threshold, verified }
    })
  return { streams, events, told }
}

test('a clock is told at risk and breached at the instant, each once, after the ticket was read again', async () => {
  const now = Date.now()
  const row = ticketDue('7', now - 2800, now + 1200)
  const { source, give } = sourceOf(async () => row)
  const { streams, events, told } = await started(source)
  give(row)
  await streams.refresh('tickets')
  await expect.poll(() => events.length, { timeout: 5000, interval: 10 }).toBe(2)
  const about = { subject: '7', clock: 'resolution', verified: true }
  expect(told()).toEqual([
    { ...about, type: 'sla.at-risk', threshold: 0.75 },
    { ...about, type: 'sla.breached', threshold: 1 },
  ])
  const lateness = events.map(({ at }, index) => at - (index === 0 ? now + 200 : now + 1200))
  for (const ms of lateness) {
    expect(ms).toBeGreaterThanOrEqual(0)
    expect(ms).toBeLessThan(1000)
  }
  await streams.refresh('tickets')
  expect(events).toHaveLength(2)
})

test('what the vendor takes back is corrected, and a ticket that cannot be read again is told unverified', async () => {
  const now = Date.now()
  const row = ticketDue('8', now - 1000, now + 300)
  const { source, give } = sourceOf(() => Promise.reject(new Error('not now')))
  const { streams, events, told } = await started(source)
  give(row)
  await streams.refresh('tickets')
  await expect.poll(() => told().at(-1)?.type, { timeout: 5000 }).toBe('sla.breached')
  expect(told().at(-1)?.verified).toBe(false)
  const breached = events.at(-1)?.event
  give({ ...row, status: 'Resolved', resolutionTime: instant(now + 200), resolutionViolated: false })
  await streams.refresh('tickets')
  expect(events.at(-1)?.event).toMatchObject({ type: 'sla.met', data: { corrects: breached?.id } })
})

test('over a restart nothing is told twice, and what fell due meanwhile is told', async () => {
  const now = Date.now()
  const state = memoryStore()
  const atRisk = ticketDue('9', now - 4000, now + 600)
  const later = ticketDue('10', now, now + 1500)
  const { source, give } = sourceOf(async () => null)
  const first = await started(source, state)
  give(atRisk, later)
  await first.streams.refresh('tickets')
  expect(first.told().map(({ type, subject }) => [type, subject])).toEqual([['sla.at-risk', '9']])
  await first.streams.stop()
  await new Promise((resolve) => setTimeout(resolve, 700))
  const { source: silent } = sourceOf(async () => null)
  const second = await started({ read: silent.read }, state)
  await expect.poll(() => second.told().length, { timeout: 5000 }).toBe(3)
  expect(second.told().map(({ type, subject }) => [type, subject])).toEqual([
    ['sla.breached', '9'],
    ['sla.at-risk', '10'],
    ['sla.breached', '10'],
  ])
})

test('what is late already at the first reading is not told, a due time 40 days away waits', async () => {
  const now = Date.now()
  const { source, give } = sourceOf(async () => null)
  give(ticketDue('11', now - 5000, now - 1000), ticketDue('12', now, now + 40 * 86_400_000))
  const { streams, events } = await started(source)
  await streams.refresh('tickets')
  expect(events).toEqual([])
})

test('a transition that the store would not keep is told later, once', async () => {
  const now = Date.now()
  const inner = memoryStore()
  let fails = false
  const state: StateStore = {
    ...inner,
    batch: (changes) => (fails ? Promise.reject(new Error('disk full')) : inner.batch(changes)),
  }
  const { source, give } = sourceOf(async () => null)
  const { streams, told } = await started({ read: source.read }, state)
  const errors: unknown[] = []
  streams.on('error', (error) => errors.push(error))
  give(ticketDue('13', now, now + 400))
  await streams.refresh('tickets')
  fails = true
  await expect.poll(() => errors.length, { timeout: 3000 }).toBeGreaterThan(0)
  expect(told()).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 500))
  fails = false
  await expect.poll(() => told().map(({ type }) => type), { timeout: 10_000 }).toEqual(['sla.breached'])
})
