import { type Client, createClient } from '@superhack/superops'
import { memoryStore } from '@superhack/superops/state'
import {
  type Sink,
  type Source,
  type StreamEvent,
  StreamManager,
  type StreamManagerOptions,
} from '@superhack/superops/streams'
import { createMockTenant, type MockServer, type MockTenant } from '@superhack/superops/testing'
import { expect, onTestFinished, test } from 'vitest'

async function tenantWithServer(tickets = 60): Promise<{ tenant: MockTenant; server: MockServer }> {
  const tenant = createMockTenant({ seed: 5, tickets })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  return { tenant, server }
}

function managerOf(server: MockServer, options: Partial<StreamManagerOptions> = {}) {
  const client = createClient(server.credentials)
  const streams = new StreamManager({ client, updateIntervalMs: 60_000, ...options })
  const events: StreamEvent[] = []
  const errors: unknown[] = []
  streams.on('error', (error) => errors.push(error))
  for (const name of ['tickets', 'sla-alerts', 'technician-activity', 'system-health', 'metrics'] as const)
    streams.on(name, (event: StreamEvent) => events.push(event))
  onTestFinished(async () => {
    await streams.stop()
    client.close()
  })
  const of = (stream: string) => events.filter((event) => event.stream === stream)
  const live = () => expect.poll(() => streams.status().phase, { timeout: 20_000 }).toBe('live')
  return { streams, client, events, errors, of, live }
}

const createTicket = (client: Client, tenant: MockTenant) =>
  client.mutation.createTicket({
    input: {
      subject: 'New',
      source: 'FORM',
      requestType: 'Incident',
      client: { accountId: tenant.world.clients[0]?.accountId ?? '' },
    },
  })

test('the first reading is silent, then every change of a ticket is told with what it was before', async () => {
  const { server } = await tenantWithServer()
  const { streams, client, of, live, errors } = managerOf(server)
  await streams.start()
  await live()
  await streams.refresh()
  expect(of('tickets')).toEqual([])
  const ticket = (await client.tickets.list().first()) ?? expect.fail('no ticket')
  await client.mutation.updateTicket({ input: { ticketId: ticket.ticketId, subject: 'Printer on fire' } })
  await streams.refresh('tickets')
  expect(of('tickets')).toEqual([
    expect.objectContaining({
      specversion: '1.0',
      type: 'ticket.updated',
      subject: ticket.ticketId,
      sequence: '1',
      source: 'superops/acme/msp',
      data: expect.objectContaining({
        changes: expect.objectContaining({ subject: { before: ticket.subject, after: 'Printer on fire' } }),
      }),
    }),
  ])
  expect(errors).toEqual([])
})

test('with state a restart tells what happened in between, under the same epoch and the next numbers', async () => {
  const { server, tenant } = await tenantWithServer()
  const state = memoryStore()
  const first = managerOf(server, { state })
  await first.streams.start()
  await first.live()
  await first.streams.refresh()
  await createTicket(first.client, tenant)
  await first.streams.refresh('tickets')
  expect(first.of('tickets').map(({ type, sequence }) => [type, sequence])).toEqual([['ticket.created', '1']])
  await first.streams.stop()
  await createTicket(first.client, tenant)
  const second = managerOf(server, { state })
  await second.streams.start()
  await second.streams.refresh('tickets')
  expect(second.of('tickets').map(({ type, sequence, epoch }) => [type, sequence, epoch])).toEqual([
    ['ticket.created', '2', first.of('tickets')[0]?.epoch],
  ])
  expect(second.errors).toEqual([])
})

test('a sink gets every event of its streams', async () => {
  const { server, tenant } = await tenantWithServer()
  const got: StreamEvent[] = []
  const sink: Sink = {
    name: 'probe',
    deliver: async (event) => {
      got.push(event)
    },
  }
  const { streams, live, of } = managerOf(server)
  streams.to(sink, { streams: ['tickets'] })
  await streams.start()
  await live()
  await streams.refresh()
  tenant.world.advance({ hours: 200 })
  await streams.refresh('tickets')
  await expect.poll(() => got.length).toBe(of('tickets').length)
  expect(got.length).toBeGreaterThan(5)
  expect(new Set(got.map(({ id }) => id)).size).toBe(got.length)
  expect(of('tickets').map(({ sequence }) => sequence)).toEqual(got.map((_, at) => String(at + 1)))
})

test('rounds asked for at the same time come one after the other', async () => {
  const { server } = await tenantWithServer(5)
  let underWay = 0
  let most = 0
  const source: Source = {
    async *read() {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setTimeout(resolve, 10))
      underWay--
      yield* []
    },
  }
  const { streams } = managerOf(server, { source })
  await streams.start()
  await Promise.all([streams.refresh(), streams.refresh(), streams.refresh()])
  expect({ most, polls: streams.status().polls }).toEqual({ most: 1, polls: 4 })
})

test('a sink of a stream that does not exist is refused', async () => {
  const { server } = await tenantWithServer(5)
  const { streams } = managerOf(server)
  expect(() => streams.to({ name: 'probe' }, { streams: ['ticket'] })).toThrow(
    new TypeError(
      "streams[0]: expected 'metrics' or 'tickets' or 'sla-alerts' or 'technician-activity' or 'system-health', received another text",
    ),
  )
})

test('a change that a poll and a nudge meet at the same time is told once', async () => {
  const { server } = await tenantWithServer(5)
  const row = (subject: string) => ({ ticketId: '7', subject })
  let present = row('before')
  const source: Source = {
    async *read(entities) {
      if (!entities.includes('tickets')) return
      const end = { complete: true, requests: 1, totalCount: 1 }
      yield { entity: 'tickets', origin: 'live', rows: [present], removed: [], restored: [], end }
    },
    readOne: async () => present,
  }
  const { streams, of } = managerOf(server, { source })
  await streams.start()
  await streams.refresh()
  present = row('after')
  await Promise.all([
    streams.nudge('tickets', '7'),
    streams.refresh('tickets'),
    streams.nudge('tickets', '7'),
  ])
  expect(of('tickets').map(({ type, sequence }) => [type, sequence])).toEqual([['ticket.updated', '1']])
})
