import { createClient } from '@superhack/superops'
import { memoryStore, type StateStore } from '@superhack/superops/state'
import {
  changeStream,
  type HealthEventData,
  type Sink,
  type Source,
  type SourceBatch,
  type StreamEvent,
  StreamManager,
  type StreamManagerOptions,
} from '@superhack/superops/streams'
import { createMockTenant } from '@superhack/superops/testing'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { runs } from '../runs.js'

const offline = createClient({
  apiKey: 'token',
  tenantId: 'acme',
  requestsPerMinute: Number.POSITIVE_INFINITY,
})

type Rows = SourceBatch['rows']
const batchOf = (entity: string, rows: Rows, more: Partial<SourceBatch> = {}): SourceBatch => ({
  entity,
  origin: 'live',
  rows,
  removed: [],
  restored: [],
  end: { complete: true, requests: 1, totalCount: rows.length },
  ...more,
})

/** Reads the rows of an entity that a test changes. */
function sourceOf(tables: Record<string, Rows>): Source {
  return {
    async *read(entities) {
      for (const entity of entities) yield batchOf(entity, tables[entity] ?? [])
    },
  }
}

function managerOf(options: Partial<StreamManagerOptions>, sinks: readonly Sink[] = []) {
  const streams = new StreamManager({ client: offline, updateIntervalMs: 3_600_000, drainMs: 50, ...options })
  const events: StreamEvent[] = []
  const errors: unknown[] = []
  streams.on('tickets', (event: StreamEvent) => events.push(event))
  streams.on('error', (error) => errors.push(error))
  for (const sink of sinks) streams.to(sink, { schedule: [1, 1, 1, 1, 1, 1, 1, 1] })
  onTestFinished(() => streams.stop())
  return { streams, events, errors }
}

const health = (streams: StreamManager) => {
  const told: HealthEventData[] = []
  streams.on('system-health', (event) => {
    if (event.type === 'health.updated') told.push(event.data)
  })
  return told
}

test('a poll that hangs is told by health, counted, and holds up neither nudges nor stopping', async () => {
  const row = { ticketId: '7', subject: 'before' }
  const tables = { tickets: [row] }
  const source = sourceOf(tables)
  let hangs = false
  const { streams, events } = managerOf({
    updateIntervalMs: 1000,
    source: {
      async *read(entities, signal) {
        if (hangs) await new Promise(() => {})
        yield* source.read(entities, signal)
      },
      readOne: async () => ({ ...row, subject: 'after' }),
    },
  })
  const told = health(streams)
  await streams.start()
  await expect.poll(() => streams.status().phase).toBe('live')
  hangs = true
  await expect
    .poll(() => told.at(-1), { timeout: 5000 })
    .toMatchObject({ status: 'degraded', reasons: ['a poll takes longer than the interval'] })
  expect(streams.status().skippedPolls).toBeGreaterThan(0)
  expect(await streams.nudge('tickets', '7')).toBe(true)
  expect(events.map(({ type }) => type)).toEqual(['ticket.updated'])
  const started = performance.now()
  await streams.stop()
  expect(performance.now() - started).toBeLessThan(1000)
})

test('while the request limit refuses, health says so', async () => {
  const tenant = createMockTenant({ seed: 5, tickets: 20 })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const client = createClient({ ...server.credentials, requestsPerMinute: 6000 })
  onTestFinished(() => client.close())
  const { streams } = managerOf({ client, entities: ['tickets'], updateIntervalMs: 1000 })
  const told = health(streams)
  await streams.start()
  await expect.poll(() => streams.status().phase, { timeout: 5000 }).toBe('live')
  tenant.faults.rateLimit({ perMinute: 1 })
  tenant.world.advance({ hours: 100 })
  await expect
    .poll(() => told.at(-1)?.reasons, { timeout: 6000 })
    .toEqual(expect.arrayContaining(['the request limit was met']))
  expect(told.at(-1)?.status).toBe('degraded')
})

test('what the store would not keep is not told, and is told once when it keeps again', async () => {
  const inner = memoryStore()
  let fails = false
  const state: StateStore = {
    ...inner,
    batch: (changes) => (fails ? Promise.reject(new Error('disk full')) : inner.batch(changes)),
  }
  const tables = { tickets: [{ ticketId: '7', subject: 'before' }] }
  const { streams, events, errors } = managerOf({ state, source: sourceOf(tables) })
  await streams.start()
  await streams.refresh('tickets')
  tables.tickets = [{ ticketId: '7', subject: 'after' }]
  fails = true
  await streams.refresh('tickets')
  expect(events).toEqual([])
  expect(errors.map(String)).toEqual(expect.arrayContaining(['Error: disk full']))
  fails = false
  await streams.refresh('tickets')
  await streams.refresh('tickets')
  expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([['ticket.updated', '1']])
})

test('a sink that hangs and one that always fails hold up neither the polls nor another sink', async () => {
  const got: string[] = []
  const sinks: Sink[] = [
    { name: 'hangs', deliver: () => new Promise(() => {}) },
    { name: 'fails', deliver: () => Promise.reject(new Error('never')) },
    {
      name: 'takes',
      deliver: async ({ stream, sequence }) => {
        if (stream === 'tickets') got.push(sequence)
      },
    },
  ]
  const tables = { tickets: [{ ticketId: '7', subject: '0' }] }
  const { streams } = managerOf({ source: sourceOf(tables) }, sinks)
  await streams.start()
  await streams.refresh('tickets')
  for (let change = 1; change <= 50; change++) {
    tables.tickets = [{ ticketId: '7', subject: String(change) }]
    await streams.refresh('tickets')
  }
  await expect.poll(() => got).toEqual(Array.from({ length: 50 }, (_, at) => String(at + 1)))
  const status = new Map(streams.status().sinks.map((sink) => [sink.name, sink]))
  expect(status.get('takes')).toMatchObject({ state: 'closed', waiting: 0 })
  expect(status.get('hangs')?.waiting).toBeGreaterThan(0)
  const started = performance.now()
  await streams.stop()
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a ticket that is deleted and comes back is told as removed and as restored', async () => {
  const ticketId = '7'
  let batch: SourceBatch = batchOf('tickets', [{ ticketId, subject: 'Printer' }])
  const { streams, events } = managerOf({
    source: {
      async *read(entities) {
        if (entities.includes('tickets')) yield batch
      },
    },
  })
  await streams.start()
  await streams.refresh('tickets')
  batch = batchOf('tickets', [], { removed: [ticketId] })
  await streams.refresh('tickets')
  await streams.refresh('tickets')
  batch = batchOf('tickets', [{ ticketId, subject: 'Printer' }], { restored: [ticketId] })
  await streams.refresh('tickets')
  await streams.refresh('tickets')
  expect(events.map(({ type, subject }) => [type, subject])).toEqual([
    ['ticket.removed', ticketId],
    ['ticket.restored', ticketId],
  ])
})

/** A store that is cut off after some batches, as by a kill; what was written before is there for the next. */
function mortal(inner: StateStore, batches: number): StateStore {
  let left = batches
  return {
    ...inner,
    batch: (changes) => (left-- <= 0 ? Promise.reject(new Error('killed')) : inner.batch(changes)),
    close: async () => {},
  }
}

test('killed between any two writes of a poll, it loses no change, and tells each again under its id alone', async () => {
  const life = fc.record({
    batches: fc.integer({ min: 0, max: 12 }),
    changes: fc.array(fc.record({ ticket: fc.nat(3), subject: fc.nat(9) }), { maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), async (lives) => {
      const state = memoryStore()
      const rows = new Map([0, 1, 2, 3].map((id) => [id, { ticketId: String(id), subject: 'first' }]))
      const tables = { tickets: [...rows.values()] }
      const ids = new Map<string, string>()
      const delivered: StreamEvent[] = []
      const acknowledged = new Set<string>()
      const run = async (batches: number, changes: readonly { ticket: number; subject: number }[]) => {
        const sink: Sink = { name: 'probe', deliver: async (event) => void delivered.push(event) }
        const { streams, events } = managerOf(
          { state: mortal(state, batches), source: sourceOf(tables), entities: ['tickets'] },
          [sink],
        )
        try {
          await streams.start()
          for (const { ticket, subject } of [undefined, ...changes].map(
            (change) => change ?? { ticket: 9, subject: 0 },
          )) {
            if (rows.has(ticket)) rows.set(ticket, { ticketId: String(ticket), subject: String(subject) })
            tables.tickets = [...rows.values()]
            await streams.refresh('tickets')
          }
          if (batches === Number.POSITIVE_INFINITY)
            await expect
              .poll(() => streams.status().sinks[0], { interval: 2 })
              .toMatchObject({ waiting: 0, inFlight: 0 })
        } catch (error) {
          expect(String(error)).toBe('Error: killed')
        } finally {
          await streams.stop()
        }
        for (const { id } of events) acknowledged.add(id)
      }
      await run(Number.POSITIVE_INFINITY, [])
      for (const { batches, changes } of lives) await run(batches, changes)
      await run(Number.POSITIVE_INFINITY, [])
      for (const { stream, epoch, sequence, id } of delivered) {
        const number = `${stream} ${epoch} ${sequence}`
        expect(ids.get(number) ?? id).toBe(id)
        ids.set(number, id)
      }
      expect([...acknowledged].filter((id) => !delivered.some((event) => event.id === id))).toEqual([])
      for (const [id, row] of rows) {
        const last = delivered
          .filter(({ subject, stream }) => stream === 'tickets' && subject === String(id))
          .at(-1)
        const { ticket } = (last?.data ?? { ticket: { ticketId: String(id), subject: 'first' } }) as {
          ticket: unknown
        }
        expect(ticket).toEqual(row)
      }
    }),
    { numRuns: runs(1000) },
  )
}, 300_000)

test('changes of any entity are a stream of their own, for listeners, sinks and readers', async () => {
  const tables = { clients: [{ accountId: '1', name: 'Acme' }] as Rows, tickets: [] }
  const got: StreamEvent[] = []
  const { streams } = managerOf({ source: sourceOf(tables) })
  const heard: string[] = []
  const added = streams.add(changeStream('clients'))
  added.on('clients', ({ type }) => heard.push(type))
  added.to({ name: 'probe', deliver: async (event) => void got.push(event) }, { streams: ['clients'] })
  expect(() => added.add(changeStream('clients'))).toThrow(
    new TypeError('stream: there is one of this name already'),
  )
  expect(() => added.add(changeStream('tasks'))).toThrow(/^entity: expected 'tickets' or/)
  await streams.start()
  await streams.refresh('clients')
  tables.clients = [
    { accountId: '1', name: 'Acme Ltd' },
    { accountId: '2', name: 'Beta' },
  ]
  await streams.refresh('clients')
  await expect.poll(() => got.length).toBe(2)
  expect(
    got.map(({ stream, type, subject, sequence, data }) => ({ stream, type, subject, sequence, data })),
  ).toEqual([
    {
      stream: 'clients',
      type: 'client.updated',
      subject: '1',
      sequence: '1',
      data: {
        clientId: '1',
        technicianId: null,
        priority: null,
        record: { accountId: '1', name: 'Acme Ltd' },
        changes: { name: { before: 'Acme', after: 'Acme Ltd' } },
      },
    },
    {
      stream: 'clients',
      type: 'client.created',
      subject: '2',
      sequence: '2',
      data: {
        clientId: '2',
        technicianId: null,
        priority: null,
        record: { accountId: '2', name: 'Beta' },
        changes: {},
      },
    },
  ])
  expect(heard).toEqual(['client.updated', 'client.created'])
})

test('open tickets are read before the others, so clocks run within the first requests', async () => {
  const tenant = createMockTenant({ seed: 5, tickets: 1200 })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const client = createClient(server.credentials)
  onTestFinished(() => client.close())
  const { streams } = managerOf({ client, entities: ['tickets'] })
  await streams.start()
  await expect.poll(() => streams.status().phase, { timeout: 20_000 }).toBe('live')
  const [first] = tenant.calls('getTicketList')
  expect(first?.variables).toMatchObject({
    input: { condition: { attribute: 'status', operator: 'notIncludes', value: ['Resolved', 'Closed'] } },
  })
})
