import type { Client } from '@superhack/superops'
import { type Batch, createExtractor, type Progress } from '@superhack/superops/extract'
import { memoryStore, type StateStore } from '@superhack/superops/state'
import { createMockTenant } from '@superhack/superops/testing'
import { describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { serveEach } from '../serve-each.js'

describe.each(products)('$product', ({ product, createClient, groups, groupList, idsOfGroups, groupRef }) => {
  const tenant = createMockTenant({ product, seed: 7, tickets: 330 })
  let superops: Client
  let credentials: Parameters<typeof createClient>[0]

  serveEach(tenant, (given) => {
    credentials = given
    superops = createClient(given)
    return superops
  })

  const idsOf = (batch: Batch) =>
    batch.entity === 'tickets' ? batch.rows.map(({ ticketId }) => ticketId) : []

  /** Takes so many batches with rows and leaves, the last one not taken. */
  async function takeSome(state: StateStore, batches: number): Promise<string[]> {
    const taken: string[] = []
    let left = batches
    for await (const batch of createExtractor(superops, { state, pageSize: 50 }).batches({
      entities: ['tickets'],
    })) {
      if (left-- === 0) break
      taken.push(...idsOf(batch))
    }
    return taken
  }

  test('batches hold every row once, and the report comes with the last one of each entity', async () => {
    const rows = new Map<string, number>()
    const reports: string[] = []
    for await (const batch of createExtractor(superops).batches({
      entities: ['tickets', groups, 'assets'],
    })) {
      rows.set(batch.entity, (rows.get(batch.entity) ?? 0) + batch.rows.length)
      expect(batch.origin).toBe('mock')
      if (batch.report?.complete) reports.push(batch.entity)
    }
    const { tickets, assets } = tenant.world
    expect(Object.fromEntries(rows)).toEqual({
      tickets: tickets.length,
      [groups]: idsOfGroups(tenant.world).length,
      assets: assets.length,
    })
    expect(reports.sort()).toEqual(['assets', 'tickets', groups].sort())
  })

  test('no page is asked for while a consumer holds a batch', async () => {
    const batches = createExtractor(superops, { pageSize: 50 }).batches({ entities: ['tickets'] })
    await batches.next()
    const asked = tenant.calls('getTicketList').length
    await superops[groups].list().first()
    expect(tenant.calls('getTicketList')).toHaveLength(asked)
    await batches.next()
    expect(tenant.calls('getTicketList')).toHaveLength(asked + 1)
    await batches.return()
  })

  test('a run that was left goes on behind the last batch that was taken', async () => {
    const state = memoryStore()
    const taken = await takeSome(state, 3)
    expect(new Set(taken).size).toBe(taken.length)
    const rest: string[] = []
    const calls = tenant.calls('getTicketList').length
    let before = 0
    for await (const batch of createExtractor(superops, { state, pageSize: 50 }).batches({
      entities: ['tickets'],
    })) {
      rest.push(...idsOf(batch))
      before = batch.report?.rowsBefore ?? before
      if (batch.report) expect(batch.report.complete).toBe(true)
    }
    expect(rest.filter((id) => taken.includes(id))).toEqual([])
    expect(new Set([...taken, ...rest])).toEqual(
      new Set(tenant.world.tickets.map(({ ticketId }) => ticketId)),
    )
    expect(before).toBe(taken.length)
    expect(tenant.calls('getTicketList').length - calls).toBeLessThan(8)
  })

  test('a finished entity is not read again by the same run, and a run of its own begins anew', async () => {
    const state = memoryStore()
    const extractor = createExtractor(superops, { state, concurrency: 1 })
    const options = { entities: [groups, 'tickets'] as const }
    for await (const { entity } of extractor.batches(options)) if (entity === 'tickets') break
    const calls = tenant.calls(groupList).length
    for await (const { entity, rows, report } of extractor.batches(options)) {
      if (entity === groups) expect(rows).toEqual([])
      if (report) expect(report.complete).toBe(true)
    }
    expect(tenant.calls(groupList)).toHaveLength(calls)
    let again = 0
    for await (const { entity, rows } of extractor.batches(options))
      if (entity === groups) again += rows.length
    expect(again).toBe(idsOfGroups(tenant.world).length)
  })

  test('with resume: false a run begins anew', async () => {
    const state = memoryStore()
    await takeSome(state, 3)
    let rows = 0
    const extractor = createExtractor(superops, { state })
    for await (const batch of extractor.batches({ entities: ['tickets'], resume: false }))
      rows += batch.rows.length
    expect(rows).toBe(330)
  })

  test('a full run with state tells what differs from the one before', async () => {
    const state = memoryStore()
    const extractor = createExtractor(superops, { state })
    const first = await extractor.run({ entities: ['tickets', groups] })
    expect(first.created.tickets).toHaveLength(330)
    tenant.world.advance({ minutes: 10 })
    const second = await extractor.run({ entities: ['tickets', groups] })
    const before = new Map(first.data.tickets?.map((ticket) => [ticket.ticketId, JSON.stringify(ticket)]))
    const differ = (second.data.tickets ?? []).filter(
      (ticket) => before.has(ticket.ticketId) && before.get(ticket.ticketId) !== JSON.stringify(ticket),
    )
    expect(second.data.tickets?.length).toBe(tenant.world.tickets.length)
    expect(new Set(second.changed.tickets?.map(({ id }) => id))).toEqual(
      new Set(differ.map(({ ticketId }) => ticketId)),
    )
  })

  test('filters pass what fits and ask the server only for what it is known to heed', async () => {
    const { tickets, technicians } = tenant.world
    const groupOf = (ticket?: (typeof tickets)[number]) => ticket?.[groupRef.field]?.[groupRef.key]
    const group = groupOf(tickets[0]) ?? ''
    const technician = technicians[1]?.userId ?? ''
    const from = tickets.map(({ createdTime }) => createdTime ?? '').sort()[200] ?? ''
    const run = (filter: object) =>
      createExtractor(superops).run({ entities: ['tickets'], filters: { tickets: filter } })
    const wanted = async (filter: object) =>
      (await run(filter)).data.tickets?.map(({ ticketId }) => ticketId).sort()
    const those = (test: (ticket: (typeof tickets)[number]) => boolean) =>
      tickets
        .filter(test)
        .map(({ ticketId }) => ticketId)
        .sort()
    expect(await wanted({ statuses: ['Open'] })).toEqual(those(({ status }) => status === 'Open'))
    expect(tenant.calls('getTicketList').at(-1)?.variables).toMatchObject({
      input: { condition: { attribute: 'status', operator: 'includes', value: ['Open'] } },
    })
    expect(await wanted({ [groups]: [group], technicians: [technician] })).toEqual(
      those((ticket) => groupOf(ticket) === group && ticket.technician?.userId === technician),
    )
    const calls = tenant.calls('getTicketList').length
    expect(await wanted({ period: { from: `${from}Z` } })).toEqual(
      those(({ createdTime }) => (createdTime ?? '') >= from),
    )
    // Newest first: what lies before the period is not read.
    expect(tenant.calls('getTicketList').length - calls).toBeLessThanOrEqual(4)
  })

  test.each<[object, string]>([
    [
      { technicianGroups: { clients: ['1'] } },
      'filters.technicianGroups.clients: no such criterion; there are none',
    ],
    [
      { tickets: { period: { from: 'soon' } } },
      'filters.tickets.period.from: expected a time, received string',
    ],
    [
      { tickets: { statuses: 'Open' } },
      'filters.tickets.statuses: expected a list of texts, received string',
    ],
  ])('a filter that cannot be is refused by name: %j', async (filters, message) => {
    const run = createExtractor(superops).run({ entities: ['tickets', 'technicianGroups'], filters })
    await expect(run).rejects.toThrow(message)
  })

  test('a plan tells requests and minutes from one row of each list', async () => {
    const client = createClient({ ...credentials, requestsPerMinute: 100 })
    const extractor = createExtractor(client)
    const plan = await extractor.plan({ entities: ['tickets', 'technicianGroups'], conversations: 'all' })
    const requests = 4 + 2 + 330
    expect(plan).toEqual({
      entities: [
        { entity: 'tickets', rows: 330, requests, conversationRequests: 330, minutes: requests / 100 },
        { entity: 'technicianGroups', rows: null, requests: 1, conversationRequests: 0, minutes: 0.01 },
      ],
      requests: requests + 1,
      minutes: (requests + 1) / 100,
      requestsUsed: 2,
    })
    expect(tenant.calls('getTicketList').map(({ variables }) => variables)).toMatchObject([
      { input: { page: 1, pageSize: 1 } },
    ])
    client.close()
    const { report } = await createExtractor(superops).run({ entities: ['tickets'] })
    expect(report.entities[0]?.requests).toBe(requests - 330)
  })

  test('the plan of a long list is what reading it takes', async () => {
    const extractor = createExtractor(superops, { pageSize: 25 })
    const entities = ['tickets', 'assets', 'alerts'] as const
    const plan = await extractor.plan({ entities })
    const { report } = await extractor.run({ entities })
    expect(plan.entities.map(({ requests }) => requests)).toEqual(
      report.entities.map(({ requests }) => requests),
    )
  })

  test('conversations come with the tickets they belong to', async () => {
    const none = await createExtractor(superops).run({ entities: ['tickets'] })
    expect(none.data).not.toHaveProperty('conversationsByTicketId')
    const { data, report } = await createExtractor(superops).run({
      entities: ['tickets'],
      filters: { tickets: { statuses: ['Open'] } },
      conversations: 'all',
    })
    const ids = data.tickets?.map(({ ticketId }) => ticketId) ?? []
    expect(Object.keys(data.conversationsByTicketId ?? {}).sort()).toEqual([...ids].sort())
    const [id = ''] = ids
    expect(data.conversationsByTicketId?.[id]?.map(({ conversationId }) => conversationId)).toEqual(
      tenant.world.conversationsOf(id).map(({ conversationId }) => conversationId),
    )
    expect(report.entities[0]).toMatchObject({ complete: true, retries: 0 })
  })

  test('with state only the conversations of changed tickets are read', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    await extractor.run({ entities: ['tickets'], mode: 'incremental' })
    tenant.world.advance({ minutes: 15 })
    const { data, changed, created } = await extractor.run({
      entities: ['tickets'],
      mode: 'incremental',
      conversations: 'changed',
    })
    const ids = [...(changed.tickets ?? []).map(({ id }) => id), ...(created.tickets ?? [])]
    expect(ids.length).toBeGreaterThan(0)
    expect(Object.keys(data.conversationsByTicketId ?? {}).sort()).toEqual(ids.sort())
  })

  test('progress tells the share of the quota and when the run will end', async () => {
    const client = createClient({ ...credentials, requestsPerMinute: 600 })
    const seen: Progress[] = []
    await createExtractor(client).run({ entities: ['tickets'], onProgress: (item) => seen.push(item) })
    client.close()
    expect(seen.every(({ quotaShare }) => quotaShare > 0 && quotaShare <= 1)).toBe(true)
    const [first, last] = [seen[1], seen.at(-1)]
    expect(Date.parse(first?.expectedEnd ?? '')).toBeGreaterThan(Date.parse(last?.expectedEnd ?? '') - 60_000)
    expect(last).toMatchObject({ done: true, rows: 330, totalCount: 330 })
  })

  test('an entity that fails is named, and the last complete extraction is served when nothing can be read', async () => {
    const extractor = createExtractor(superops, { stale: true })
    const entities = [groups, 'technicians'] as const
    const good = await extractor.run({ entities })
    const stop = tenant.faults.intercept(({ operations }) =>
      operations.includes('getTechnicianList') ? { status: 401, body: '' } : undefined,
    )
    const partial = await extractor.run({ entities })
    expect(partial).toMatchObject({ partial: ['technicians'] })
    expect(partial).not.toHaveProperty('stale')
    stop()
    tenant.faults.intercept(() => ({ status: 401, body: '' }))
    const old = await extractor.run({ entities })
    expect(old.data).toEqual(good.data)
    expect(old.stale).toEqual({ since: good.report.finishedAt, ageMs: expect.any(Number) })
  })

  test('a row that was handed out and not acknowledged, and is removed before the next run, is told as removed', async () => {
    const state = memoryStore()
    const handedOut: string[] = []
    for await (const batch of createExtractor(superops, { state }).batches({ entities: ['tickets'] })) {
      handedOut.push(...idsOf(batch))
      if (handedOut.length > 0) break
    }
    const [gone = ''] = handedOut
    const remove = 'mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }'
    const headers = { customersubdomain: 'acme', authorization: 'Bearer mock-token' }
    await tenant.handle({
      headers,
      body: JSON.stringify({ query: remove, variables: { input: [{ ticketId: gone }] } }),
    })
    const extractor = createExtractor(superops, { state, sweepEveryMs: 0 })
    const removed: string[] = []
    for (const mode of ['full', 'incremental'] as const)
      for await (const { changes } of extractor.batches({ entities: ['tickets'], mode }))
        removed.push(...changes.flatMap(({ kind, id }) => (kind === 'removed' ? [id] : [])))
    expect(removed).toEqual([gone])
  })
})
