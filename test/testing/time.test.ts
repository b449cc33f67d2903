import { createHash } from 'node:crypto'
import { createMockTenant, type Duration, type MockWorld } from '@superhack/superops/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { asking } from './asking.js'

const hashOf = (world: MockWorld) => createHash('sha256').update(JSON.stringify(world)).digest('hex')
const isOpen = (ticket: { status: string | null }) => !['Resolved', 'Closed'].includes(ticket.status ?? '')

afterEach(() => {
  vi.useRealTimers()
})

test('same seed and same steps, same world; 24 steps of an hour come to one of a day', () => {
  const whole = createMockTenant({ tickets: 200 })
  const parts = createMockTenant({ tickets: 200 })
  const odd = createMockTenant({ tickets: 200 })
  whole.world.advance({ days: 3 })
  for (let hour = 0; hour < 72; hour++) parts.world.advance({ hours: 1 })
  odd.world.advance({ hours: 1.7, seconds: 13 })
  odd.world.advance({ minutes: 72 * 60 - 102, seconds: -0 })
  odd.world.advance({ seconds: 0 })
  expect(hashOf(parts.world)).toBe(hashOf(whole.world))
  expect(odd.world.now).toBe('2026-01-08T09:00:13.000Z')
  whole.world.advance({ seconds: 13 })
  expect(hashOf(odd.world)).toBe(hashOf(whole.world))
})

test('a week brings tickets, replies, work, breaches, alerts and resolutions, and tells all of it', () => {
  const { world } = createMockTenant({ seed: 11, tickets: 400 })
  const before = JSON.parse(JSON.stringify(world)) as Record<string, Record<string, unknown>[]>
  const keys = {
    tickets: 'ticketId',
    worklogs: 'itemId',
    alerts: 'id',
    assets: 'assetId',
    invoices: 'invoiceId',
  }
  const changes = world.advance({ days: 7 })
  expect([changes.from, changes.to, world.now]).toEqual([
    '2026-01-05T09:00:00.000Z',
    '2026-01-12T09:00:00.000Z',
    '2026-01-12T09:00:00.000Z',
  ])
  for (const [kind, key] of Object.entries(keys)) {
    const name = kind as keyof typeof keys
    const idOf = (row: object) => String((row as Record<string, unknown>)[key])
    const old = new Map((before[kind] ?? []).map((row) => [idOf(row), JSON.stringify(row)]))
    const now = new Map(world[name].map((row) => [idOf(row), JSON.stringify(row)]))
    expect([kind, changes.created[name].map(idOf).sort()]).toEqual([
      kind,
      [...now.keys()].filter((id) => !old.has(id)).sort(),
    ])
    expect([kind, changes.deleted[name].map(idOf).sort()]).toEqual([
      kind,
      [...old.keys()].filter((id) => !now.has(id)).sort(),
    ])
    const changed = [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text).map(([id]) => id)
    const told = new Set(changes.updated[name].map(idOf))
    expect([kind, changed.filter((id) => !told.has(id))]).toEqual([kind, []])
    expect([...told].filter((id) => !now.has(id) || !old.has(id))).toEqual([])
  }
  expect(changes.created.tickets.length).toBeGreaterThan(20)
  expect(changes.created.tickets.length).toBeLessThan(60)
  const oldTickets = new Map((before.tickets ?? []).map((row) => [row.ticketId, row]))
  const closed = changes.updated.tickets.filter(
    (ticket) => !isOpen(ticket) && isOpen(oldTickets.get(ticket.ticketId) as never),
  )
  const breached = changes.updated.tickets.filter(
    (ticket) =>
      ticket.resolutionViolated === true && oldTickets.get(ticket.ticketId)?.resolutionViolated === null,
  )
  expect([closed.length > 5, breached.length > 0]).toEqual([true, true])
  for (const kind of ['conversations', 'notes', 'worklogs', 'alerts'] as const)
    expect([kind, changes.created[kind].length > 0]).toEqual([kind, true])
  const stateOf = new Map((before.assets ?? []).map((row) => [row.assetId, row.status]))
  expect(changes.updated.assets.some((row) => stateOf.get(row.assetId) !== row.status)).toBe(true)
})

test('what changed was changed within the span, and nothing is ahead of the present', () => {
  const { world } = createMockTenant({ seed: 5, tickets: 300 })
  for (let day = 0; day < 20; day++) {
    const { from, to, created, updated } = world.advance({ days: 1 })
    for (const ticket of [...created.tickets, ...updated.tickets]) {
      const at = `${ticket.updatedTime?.padEnd(20, '.').padEnd(23, '0')}Z`
      expect([at > from, at <= to]).toEqual([true, true])
    }
    for (const { createdTime } of created.tickets) expect(`${createdTime}Z` > from.slice(0, 19)).toBe(true)
  }
  const present = world.now.slice(0, 23)
  for (const ticket of world.tickets) {
    const talk = world.conversationsOf(ticket.ticketId).map((entry) => entry.time)
    const times = [ticket.updatedTime, ticket.firstResponseTime, ticket.resolutionTime, ...talk]
    expect(times.filter((time) => time !== null && time > present)).toEqual([])
    expect([...talk].sort()).toEqual(talk)
  }
})

test('a clock that runs out is violated from then on, and one that runs is not yet', () => {
  const { world } = createMockTenant({ seed: 9, tickets: 400 })
  for (let step = 0; step < 40; step++) {
    world.advance({ hours: 6 })
    const present = world.now.slice(0, 23)
    for (const ticket of world.tickets) {
      const { firstResponseTime, firstResponseDueTime, resolutionTime, resolutionDueTime } = ticket
      const verdict = (at: string | null, due: string | null) =>
        due === null ? null : at !== null ? at > due : due < present ? true : null
      expect([ticket.firstResponseViolated, ticket.resolutionViolated]).toEqual([
        verdict(firstResponseTime, firstResponseDueTime),
        verdict(resolutionTime, resolutionDueTime),
      ])
    }
  }
})

test('after half a year the service desk is of the same health and size', () => {
  const { world } = createMockTenant({ seed: 3, tickets: 400 })
  const open = world.tickets.filter(isOpen).length
  const { created } = world.advance({ days: 180 })
  expect(created.tickets.length).toBeGreaterThan(750)
  expect(created.tickets.length).toBeLessThan(1150)
  expect(world.tickets.filter(isOpen).length).toBeLessThan(2 * open)
  expect(world.tickets.filter(isOpen).length).toBeGreaterThan(open / 2)
  expect(created.invoices.length).toBeGreaterThan(60)
  const online = world.assets.filter((asset) => asset.status === 'ONLINE').length / world.assets.length
  expect([online > 0.6, online < 0.8]).toEqual([true, true])
  expect(new Set(world.tickets.map((ticket) => ticket.displayId)).size).toBe(world.tickets.length)
  expect(new Set(world.tickets.map((ticket) => ticket.ticketId)).size).toBe(world.tickets.length)
})

test('a ticket made by a call is left to the caller, but its clocks run out', async () => {
  await using tenant = await asking({ tickets: 60 })
  const { world } = tenant.tenant
  const site = world.sites.find((row) => row.working24x7 === false)
  const input = {
    subject: 'Mine',
    source: 'FORM',
    requestType: 'Incident',
    priority: 'High',
    client: { accountId: site?.client.accountId },
    site: { id: site?.id },
  }
  const answer = await tenant.ask(
    'mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticketId } }',
    { input },
  )
  expect(answer.body.errors).toBeUndefined()
  const mine = world.tickets.find((ticket) => ticket.subject === 'Mine')
  expect([mine?.firstResponseViolated, mine?.resolutionViolated]).toEqual([null, null])
  const { updated } = world.advance({ days: 10 })
  expect(updated.tickets).toContain(mine)
  expect(mine).toMatchObject({
    status: 'New',
    technician: null,
    firstResponseTime: null,
    firstResponseViolated: true,
    resolutionViolated: true,
  })
  expect(mine?.updatedTime).toBe(
    new Date(Date.parse(`${mine?.resolutionDueTime}Z`) + 1).toISOString().slice(0, 23),
  )
})

test('a ticket that a call has closed is not worked on any more', async () => {
  await using tenant = await asking({ tickets: 100 })
  const { world } = tenant.tenant
  const ids = world.tickets.filter(isOpen).map((ticket) => ticket.ticketId)
  for (const ticketId of ids)
    await tenant.ask('mutation($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', {
      input: { ticketId, status: 'Closed' },
    })
  const before = JSON.stringify(world.tickets.filter((ticket) => ids.includes(ticket.ticketId)))
  world.advance({ days: 30 })
  expect(JSON.stringify(world.tickets.filter((ticket) => ids.includes(ticket.ticketId)))).toBe(before)
})

test('queries see the world as it has become', async () => {
  await using tenant = await asking({ tickets: 100 })
  const query =
    '{ getTicketList(input: { page: 1, pageSize: 1, sort: [{ attribute: "createdTime", order: DESC }] }) { tickets { ticketId } listInfo { totalCount } } }'
  const first = (await tenant.ask(query)).body.data?.getTicketList
  const { created } = tenant.tenant.world.advance({ days: 5 })
  const newest = [...created.tickets].sort((a, b) =>
    (a.createdTime ?? '') < (b.createdTime ?? '') ? 1 : -1,
  )[0]
  const second = (await tenant.ask(query)).body.data?.getTicketList
  expect(second).not.toEqual(first)
  expect(second).toMatchObject({ tickets: [{ ticketId: newest?.ticketId }] })
})

test('reset goes back to the beginning, and time passes as it did', () => {
  const tenant = createMockTenant({ tickets: 50 })
  const start = hashOf(tenant.world)
  tenant.world.advance({ days: 2 })
  const later = hashOf(tenant.world)
  tenant.reset()
  expect(hashOf(tenant.world)).toBe(start)
  tenant.world.advance({ days: 2 })
  expect(hashOf(tenant.world)).toBe(later)
})

test('a tenant without tickets stays without, and its machines live', () => {
  const { world } = createMockTenant({ tickets: 0 })
  const { created, updated } = world.advance({ days: 10 })
  expect([created.tickets, world.tickets]).toEqual([[], []])
  expect(updated.assets.length).toBeGreaterThan(0)
})

test.each([
  [undefined, /world\.advance: duration expects an object, received undefined/],
  [null, /duration expects an object, received null/],
  [{}, /duration expects one of days, hours, minutes, seconds/],
  [{ hours: '1' }, /hours expects a number, 0 or more, received string/],
  [{ minutes: -1 }, /minutes expects a number, 0 or more, received number/],
  [{ days: Number.NaN }, /days expects a number/],
  [{ weeks: 1 }, /unknown field weeks/],
  [{ days: 4000 }, /ten years at most/],
])('wrong durations are named: %o', (duration, message) => {
  const { world } = createMockTenant({ tickets: 1 })
  const advance = () => world.advance(duration as Duration)
  expect(advance).toThrow(TypeError)
  expect(advance).toThrow(message)
  expect(world.now).toBe('2026-01-05T09:00:00.000Z')
})

test('live time follows the timers of the host at its speed', () => {
  vi.useFakeTimers()
  const tenant = createMockTenant({ tickets: 200 })
  const reference = createMockTenant({ tickets: 200 })
  const live = tenant.live({ speed: 3600 })
  vi.advanceTimersByTime(24_000)
  live.stop()
  vi.advanceTimersByTime(24_000)
  reference.world.advance({ days: 1 })
  expect(tenant.world.now).toBe('2026-01-06T09:00:00.000Z')
  expect(hashOf(tenant.world)).toBe(hashOf(reference.world))
  expect(vi.getTimerCount()).toBe(0)
})

test('live time stops at its scope, at reset and where another begins', () => {
  vi.useFakeTimers()
  const tenant = createMockTenant({ tickets: 1 })
  {
    using _ = tenant.live()
    vi.advanceTimersByTime(2000)
  }
  expect(tenant.world.now).toBe('2026-01-05T09:00:02.000Z')
  expect(vi.getTimerCount()).toBe(0)
  tenant.live({ speed: 10 })
  tenant.live({ speed: 0.5 })
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(2000)
  expect(tenant.world.now).toBe('2026-01-05T09:00:03.000Z')
  tenant.reset()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(2000)
  expect(tenant.world.now).toBe('2026-01-05T09:00:00.000Z')
})

test.each([
  [{ speed: 0 }, /live: speed expects a number above 0/],
  [{ speed: '2' }, /speed expects a number above 0, at most 1000000, received string/],
  [{ rate: 2 }, /unknown option rate/],
  [null, /options expects an object, received null/],
])('wrong options of live time are named: %o', (options, message) => {
  const tenant = createMockTenant({ tickets: 1 })
  const live = () => tenant.live(options as never)
  expect(live).toThrow(TypeError)
  expect(live).toThrow(message)
})
