import { createHash } from 'node:crypto'
import { createMockTenant, type MockTenantOptions } from '@superhack/superops/testing'
import { expect, test } from 'vitest'

const hashOf = (options: MockTenantOptions) =>
  createHash('sha256')
    .update(JSON.stringify(createMockTenant(options).world))
    .digest('hex')

test('same seed and now, same world; another seed or now, another world', () => {
  const first = hashOf({ seed: 3, tickets: 60 })
  expect(hashOf({ seed: 3, tickets: 60 })).toBe(first)
  expect(hashOf({ seed: 3, tickets: 60, now: new Date('2026-01-05T09:00:00Z') })).toBe(first)
  expect(hashOf({ seed: 4, tickets: 60 })).not.toBe(first)
  expect(hashOf({ seed: 3, tickets: 60, now: '2026-01-06T09:00:00Z' })).not.toBe(first)
})

const { world } = createMockTenant()
const open = world.tickets.filter((ticket) => !['Resolved', 'Closed'].includes(ticket.status ?? ''))
const share = (part: number, whole: number) => part / whole

test('by default it is a service desk of ordinary size and health', () => {
  expect(world.tickets).toHaveLength(500)
  expect(world.clients).toHaveLength(24)
  expect(world.technicians).toHaveLength(8)
  expect(world.assets).toHaveLength(800)
  expect(world.alerts).toHaveLength(400)
  expect(world.invoices.length).toBeGreaterThan(60)
  expect(world.contracts.length).toBeGreaterThan(20)
  expect(world.worklogs.length).toBeGreaterThan(1000)
  expect(share(open.length, 500)).toBeGreaterThan(0.13)
  expect(share(open.length, 500)).toBeLessThan(0.22)
  const judged = world.tickets.filter((ticket) => ticket.resolutionViolated !== null)
  const kept = judged.filter((ticket) => ticket.resolutionViolated === false)
  expect(share(kept.length, judged.length)).toBeGreaterThan(0.85)
  expect(share(kept.length, judged.length)).toBeLessThan(0.95)
  expect(open.filter((ticket) => ticket.resolutionViolated === true).length).toBeGreaterThan(2)
  expect(open.filter((ticket) => ticket.technician === null).length).toBeGreaterThan(2)
  expect(open.filter((ticket) => ticket.firstResponseTime === null).length).toBeGreaterThan(2)
})

test('some tickets lack what live tickets lack, and some texts are long or not ASCII', () => {
  const large = createMockTenant({ tickets: 2000 }).world
  for (const field of ['requester', 'technician', 'category', 'sla', 'priority', 'site'] as const) {
    const missing = large.tickets.filter((ticket) => ticket[field] === null).length
    expect([field, missing > 0, missing < 400]).toEqual([field, true, true])
  }
  expect(large.tickets.some((ticket) => ticket.subject.length > 300)).toBe(true)
  expect(large.clients.some((client) => /[^\x20-\x7e]/.test(client.name))).toBe(true)
  expect(large.clientUsers.some((user) => user.client === null && user.site === null)).toBe(true)
})

test('every reference names a record that exists', () => {
  const ids = (rows: readonly object[], key: string) =>
    new Set(rows.map((row) => (row as Record<string, unknown>)[key]))
  const clients = ids(world.clients, 'accountId')
  const sites = ids(world.sites, 'id')
  const users = ids(world.clientUsers, 'userId')
  const technicians = ids(world.technicians, 'userId')
  const groups = ids(world.technicianGroups, 'groupId')
  const tickets = ids(world.tickets, 'ticketId')
  const services = ids(world.serviceItems, 'itemId')
  const within = (known: Set<unknown>, id: unknown) => id === undefined || known.has(id)
  for (const ticket of world.tickets) {
    expect(within(clients, ticket.client?.accountId)).toBe(true)
    expect(within(sites, ticket.site?.id)).toBe(true)
    expect(within(users, ticket.requester?.userId)).toBe(true)
    expect(within(technicians, ticket.technician?.userId)).toBe(true)
    expect(within(groups, ticket.techGroup?.groupId)).toBe(true)
    expect(within(ids(world.slas, 'id'), ticket.sla?.id)).toBe(true)
    expect(world.conversationsOf(ticket.ticketId)[0]?.type).toBe('DESCRIPTION')
  }
  for (const entry of world.worklogs) {
    expect(tickets.has(entry.workItem.workId)).toBe(true)
    expect(technicians.has(entry.technician.userId)).toBe(true)
    expect(services.has(entry.serviceItem.itemId)).toBe(true)
  }
  for (const { client, site, user } of world.clientUserAssociations) {
    expect([clients.has(client.accountId), sites.has(site.id), users.has(user.userId)]).toEqual([
      true,
      true,
      true,
    ])
    expect(site.client.accountId).toBe(client.accountId)
  }
  const assets = ids(world.assets, 'assetId')
  for (const alert of world.alerts) expect(assets.has(alert.asset?.assetId)).toBe(true)
  for (const { client, site, requester } of world.assets) {
    expect([clients.has(client.accountId), sites.has(site.id), users.has(requester.userId)]).toEqual([
      true,
      true,
      true,
    ])
  }
  for (const client of world.clients) {
    const headquarters = world.sites.filter(
      (site) => site.client.accountId === client.accountId && site.hq === true,
    )
    expect(headquarters.map((site) => site.id)).toEqual([client.hqSite?.id])
  }
})

test('ids are 19 digits beyond 2^53 and come once', () => {
  const all = [
    ...world.tickets.map((row) => row.ticketId),
    ...world.worklogs.map((row) => row.itemId),
    ...world.assets.map((row) => row.assetId),
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((id) => !/^[1-8]\d{18}$/.test(id))).toEqual([])
})

test('times of a ticket are in order, without zone, and agree with its verdicts', () => {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?$/
  for (const ticket of world.tickets) {
    const { createdTime, updatedTime, firstResponseTime, resolutionTime } = ticket
    const times = [createdTime, firstResponseTime, resolutionTime].filter((time) => time !== null)
    expect(times.filter((time) => !form.test(time))).toEqual([])
    expect([...times].sort()).toEqual(times)
    const talk = world.conversationsOf(ticket.ticketId).map((entry) => entry.time)
    const notes = world.notesOf(ticket.ticketId).map((note) => note.addedOn)
    const latest = [...times, ...talk, ...notes].sort().at(-1) ?? ''
    expect((updatedTime ?? '') >= latest).toBe(true)
    if (ticket.resolutionDueTime !== null && resolutionTime !== null) {
      expect(ticket.resolutionViolated).toBe(resolutionTime > ticket.resolutionDueTime)
    }
    if (ticket.sla === null)
      expect([ticket.resolutionDueTime, ticket.resolutionViolated]).toEqual([null, null])
  }
  expect(world.tickets.some((ticket) => ticket.createdTime?.length === 23)).toBe(true)
  expect(world.tickets.some((ticket) => ticket.createdTime?.length === 19)).toBe(true)
  expect(world.alerts.some((alert) => alert.createdTime?.length === 16)).toBe(true)
})

test('worklogTimespent is the sum of the worklogs', () => {
  for (const ticket of world.tickets) {
    const hours = world.worklogs
      .filter((entry) => entry.workItem.workId === ticket.ticketId)
      .reduce((sum, entry) => sum + Number(entry.qty), 0)
    expect(ticket.worklogTimespent).toBe((hours * 60).toFixed(2))
  }
})

test('invoices add up to the cent', () => {
  const cents = (text: string | null) => Math.round(Number(text) * 100)
  for (const invoice of world.invoices) {
    const items = (invoice.items ?? []).flatMap((item) => item ?? [])
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(cents(item.totalAmount)).toBe(cents(item.amount) + cents(item.taxAmount))
    expect(cents(invoice.totalAmount)).toBe(items.reduce((sum, item) => sum + cents(item.totalAmount), 0))
    const taxes = (invoice.taxes ?? []).reduce((sum, tax) => sum + cents(tax?.taxAmount ?? '0'), 0)
    expect(taxes).toBe(items.reduce((sum, item) => sum + cents(item.taxAmount), 0))
  }
})

test('tickets come on working days in working hours, mostly', () => {
  const { tickets } = createMockTenant({ tickets: 3000 }).world
  const weekdays = tickets.map((ticket) => new Date(`${ticket.createdTime}Z`).getUTCDay())
  const weekend = weekdays.filter((day) => day === 0 || day === 6).length
  expect(share(weekend, tickets.length)).toBeLessThan(0.12)
  const mondays = weekdays.filter((day) => day === 1).length
  const fridays = weekdays.filter((day) => day === 5).length
  expect(mondays).toBeGreaterThan(fridays)
})

test.each([
  ['DDMMYY-NNNN', /^([0-2]\d|3[01])(0\d|1[0-2])2[56]-\d{4}$/],
  ['MMDDYY-NNNN', /^(0\d|1[0-2])([0-2]\d|3[01])2[56]-\d{4}$/],
  ['integer', /^\d+$/],
] as const)('display ids of the form %s come once', (displayIds, form) => {
  const rows = createMockTenant({ tickets: 200, displayIds }).world.tickets
  expect(rows.filter((ticket) => !form.test(ticket.displayId))).toEqual([])
  expect(new Set(rows.map((ticket) => ticket.displayId)).size).toBe(200)
})

test('a tenant without tickets, or with one, still has everything else', () => {
  for (const tickets of [0, 1]) {
    const small = createMockTenant({ tickets }).world
    expect(small.tickets).toHaveLength(tickets)
    for (const name of ['clients', 'sites', 'technicians', 'assets', 'invoices', 'kbItems'] as const) {
      expect([name, small[name].length > 0]).toEqual([name, true])
    }
  }
})
