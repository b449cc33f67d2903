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

test('holidays of a site are as quiet as its weekends', () => {
  // 75 days that hold Thanksgiving, Christmas and New Year, seen from American offices with and without the list.
  const { tickets, sites } = createMockTenant({ seed: 2, tickets: 12_000 }).world
  const american = sites.filter((site) => site.countryCode === 'US' && site.working24x7 === false)
  const keeps = new Set(american.filter((row) => row.holidayList !== null).map((row) => row.id))
  const ignores = new Set(american.filter((row) => row.holidayList === null).map((row) => row.id))
  const onDays = (ids: Set<string>, days: readonly string[]) =>
    tickets.filter(
      ({ site, createdTime }) =>
        ids.has(site?.id ?? '') && days.includes(createdTime?.slice(0, 10) ?? '') && hourOf(createdTime) > 14,
    ).length
  const hourOf = (time: string | null) => Number(time?.slice(11, 13))
  // Thursdays: Thanksgiving, Christmas and New Year against three others.
  const holidays = ['2025-11-27', '2025-12-25', '2026-01-01']
  const ordinary = ['2025-11-20', '2025-12-18', '2025-12-11']
  expect(onDays(keeps, ordinary)).toBeGreaterThan(100)
  expect(share(onDays(keeps, holidays), onDays(keeps, ordinary))).toBeLessThan(0.3)
  expect(share(onDays(ignores, holidays), onDays(ignores, ordinary))).toBeGreaterThan(0.6)
})

test('what a ticket says of itself is in the lists of the tenant', () => {
  const names = (rows: readonly { readonly name: string | null }[]) => new Set(rows.map((row) => row.name))
  const { statuses, priorities, impacts, urgencies, resolutionCodes, categories, causes } = world
  const lists = {
    status: names(statuses),
    priority: names(priorities),
    impact: names(impacts),
    urgency: names(urgencies),
    resolutionCode: names(resolutionCodes),
  } as const
  for (const ticket of world.tickets) {
    for (const [field, known] of Object.entries(lists)) {
      const value = ticket[field as keyof typeof lists]
      expect([field, value, value === null || known.has(value)]).toEqual([field, value, true])
    }
    const category = categories.find((row) => row.name === ticket.category)
    const cause = causes.find((row) => row.name === ticket.cause)
    const children = [
      ...(category?.subCategories ?? []).map((row) => row?.name ?? null),
      ...(cause?.subCauses ?? []).map((row) => row?.name ?? null),
      null,
    ]
    expect(children).toContain(ticket.subcategory)
    expect(children).toContain(ticket.subcause)
    if (ticket.category === null) expect(ticket.subcategory).toBeNull()
  }
})

test('categories, priorities, statuses and delays are spread as on a service desk', () => {
  const { tickets } = createMockTenant({ seed: 4, tickets: 4000 }).world
  const shareOf = (field: 'category' | 'priority' | 'status', value: string) =>
    share(tickets.filter((ticket) => ticket[field] === value).length, tickets.length)
  const between = (value: number, low: number, high: number) =>
    expect([value, value > low, value < high]).toEqual([value, true, true])
  between(shareOf('priority', 'Critical'), 0.02, 0.08)
  between(shareOf('priority', 'Medium'), 0.4, 0.6)
  between(shareOf('category', 'Software'), 0.18, 0.35)
  between(shareOf('category', 'Procurement'), 0.01, 0.06)
  between(shareOf('status', 'Closed'), 0.6, 0.8)
  between(shareOf('status', 'Waiting on Customer'), 0.03, 0.1)
  const hours = tickets
    .filter((ticket) => ticket.resolutionTime !== null)
    .map((row) => (Date.parse(`${row.resolutionTime}Z`) - Date.parse(`${row.createdTime}Z`)) / 3_600_000)
    .sort((left, right) => left - right)
  between(hours[Math.floor(hours.length / 2)] ?? 0, 8, 48)
  const answered = tickets.filter((ticket) => ticket.firstResponseViolated !== null)
  between(
    share(answered.filter((row) => row.firstResponseViolated === false).length, answered.length),
    0.85,
    0.96,
  )
})

test('names, places and texts come from many languages, and bodies are HTML', () => {
  const large = createMockTenant({ seed: 1, tickets: 2000 }).world
  const words = JSON.stringify([large.clients, large.sites, large.clientUsers, large.tickets])
  for (const word of ['Müller', 'Łódź', '東京', 'Ольга', '⏰'])
    expect([word, words.includes(word)]).toEqual([word, true])
  const bodies = large.tickets.map((ticket) => large.conversationsOf(ticket.ticketId)[0]?.content ?? '')
  const html = bodies.filter((body) => /^<(p|div|html)\b/.test(body)).length
  expect(share(html, bodies.length)).toBeGreaterThan(0.7)
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
