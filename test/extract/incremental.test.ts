import type { Client } from '@superhack/superops'
import { createExtractor, type ExtractedEntity, type Extraction } from '@superhack/superops/extract'
import { memoryStore, StateError } from '@superhack/superops/state'
import { createMockTenant, type MockWorld } from '@superhack/superops/testing'
import { describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { serveEach } from '../serve-each.js'

/** A record that assets name gets another name, and a further list that proves no order. */
const renames = {
  msp: {
    entity: 'clients',
    field: 'client',
    key: 'accountId',
    mutation: 'updateClient',
    inputOf: ({ clients }: MockWorld) => ({ accountId: clients[3]?.accountId, name: 'Renamed Ltd' }),
    others: 'worklogs',
  },
  it: {
    entity: 'sites',
    field: 'site',
    key: 'id',
    mutation: 'updateSite',
    inputOf: ({ assets, sites }: MockWorld) => {
      const { id, working24x7, timezoneCode } =
        sites.find((site) => assets.some((asset) => asset.site?.id === site.id)) ?? {}
      return { id, working24x7, timezoneCode, name: 'Renamed Ltd' }
    },
    others: 'departments',
  },
} as const

describe.each(products)('$product', ({ product, createClient, newTicket, groups }) => {
  const tenant = createMockTenant({ product, seed: 7, tickets: 330 })
  let superops: Client

  serveEach(tenant, (credentials) => {
    superops = createClient(credentials)
    return superops
  })

  const headers = { customersubdomain: 'acme', authorization: 'Bearer mock-token' }
  const write = (query: string, input: unknown) =>
    tenant.handle({ headers, body: JSON.stringify({ query, variables: { input } }) })
  const rename = (ticketId: string, subject: string) =>
    write('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', {
      ticketId,
      subject,
    })
  const ticketAt = (at: number) => tenant.world.tickets[at]?.ticketId ?? ''

  const requestsOf = ({ report }: Extraction, entity: ExtractedEntity) =>
    report.entities.find((item) => item.entity === entity)?.requests

  test('the first round reads everything, a quiet one asks once and tells nothing', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    const first = await round()
    expect(first.report.complete).toBe(true)
    expect(first.created.tickets).toHaveLength(330)
    expect(first.data.tickets).toHaveLength(330)
    const second = await round()
    expect(second).toMatchObject({ data: {}, created: {}, changed: {}, removed: {}, restored: {} })
    expect(second.data.tickets).toEqual([])
    expect(requestsOf(second, 'tickets')).toBe(1)
  })

  test('a changed ticket comes with the names of its changed fields, a new one as created', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    await round()
    await rename(ticketAt(17), 'another subject')
    await write(
      'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticketId } }',
      newTicket(tenant.world, 'brand new'),
    )
    const { changed, created, data } = await round()
    expect(changed.tickets).toEqual([{ id: ticketAt(17), fields: ['subject', 'updatedTime'] }])
    expect(created.tickets).toHaveLength(1)
    expect(data.tickets?.map(({ subject }) => subject).sort()).toEqual(['another subject', 'brand new'])
  })

  test('a round of many changes takes a request per hundred of them and two more', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    await round()
    tenant.world.advance({ hours: 1 })
    for (let at = 0; at < 250; at++) await rename(ticketAt(at), `round ${at}`)
    tenant.world.advance({ hours: 1 })
    const { changed, report } = await round()
    expect(changed.tickets?.length).toBeGreaterThanOrEqual(250)
    expect(report.entities[0]?.requests).toBeLessThanOrEqual(
      Math.ceil((changed.tickets?.length ?? 0) / 100) + 2,
    )
  })

  test('alerts cost a request per hundred new ones, one per hundred open ones, and one more', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['alerts'], mode: 'incremental' })
    await round()
    const open = tenant.world.alerts.filter(({ status }) => status === 'Open').map(({ id }) => id)
    tenant.world.advance({ hours: 12 })
    const resolved = tenant.world.alerts.filter(
      ({ id, status }) => open.includes(id) && status === 'Resolved',
    )
    const { changed, created, report } = await round()
    expect(resolved.length).toBeGreaterThan(0)
    expect(new Set(changed.alerts?.map(({ id }) => id))).toEqual(new Set(resolved.map(({ id }) => id)))
    expect(created.alerts?.length).toBeGreaterThan(0)
    const stillOpen = tenant.world.alerts.filter(({ status }) => status === 'Open').length
    const bound = Math.ceil((created.alerts?.length ?? 0) / 100) + Math.ceil(stillOpen / 100) + 1
    expect(report.entities[0]?.requests).toBeLessThanOrEqual(bound)
  })

  test('lists without a proven order are compared row by row', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const { entity, field, key, mutation, inputOf, others } = renames[product]
    const entities = [entity, 'assets', 'technicianGroups', others] as ExtractedEntity[]
    const round = () => extractor.run({ entities, mode: 'incremental' })
    const first = await round()
    expect(first.created.assets?.length).toBe(tenant.world.assets.length)
    const input = inputOf(tenant.world)
    const id = input[key as keyof typeof input]
    await write(
      `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${key} } }`,
      input,
    )
    const second = await round()
    const { data, changed, created, removed } = second
    // Pages overlap by a row or a few.
    for (const { entity, requests, totalCount } of second.report.entities)
      expect([entity, requests <= Math.ceil((totalCount ?? 1) / 100) + 1]).toEqual([entity, true])
    // Assets name their client and their site.
    const assets = tenant.world.assets
      .filter(({ [field]: named }) => named !== null && (named as object)[key as keyof object] === id)
      .map(({ assetId }) => ({ id: assetId, fields: [field] }))
    expect(assets.length).toBeGreaterThan(0)
    expect(changed[entity]).toEqual([{ id, fields: ['name'] }])
    expect(new Set(changed.assets)).toEqual(new Set(assets))
    expect({ created, removed }).toEqual({ created: {}, removed: {} })
    expect(data[entity]?.map(({ name }) => name)).toEqual(['Renamed Ltd'])
  })

  test('a row that is gone is confirmed, told as removed, and as restored when it is back', async () => {
    const extractor = createExtractor(superops, { state: memoryStore(), sweepEveryMs: 0 })
    const round = () => extractor.run({ entities: ['tickets', groups], mode: 'incremental' })
    await round()
    const ticketId = ticketAt(5)
    await write('mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }', [
      { ticketId },
    ])
    const gone = await round()
    expect(gone.removed).toEqual({ tickets: [ticketId] })
    expect((await round()).removed).toEqual({})
    await write('mutation ($input: [TicketIdentifierInput]) { restoreTickets(input: $input) }', [
      { ticketId },
    ])
    const back = await round()
    expect(back.restored).toEqual({ tickets: [ticketId] })
    expect(back.data.tickets?.map((ticket) => ticket.ticketId)).toEqual([ticketId])
  })

  test('after a restart a missing row is told one round later', async () => {
    const state = memoryStore()
    const options = { state, sweepEveryMs: 0 }
    const entities = ['tickets'] as const
    await createExtractor(superops, options).run({ entities, mode: 'incremental' })
    const ticketId = ticketAt(5)
    await write('mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }', [
      { ticketId },
    ])
    const restarted = createExtractor(superops, options)
    expect((await restarted.run({ entities, mode: 'incremental' })).removed).toEqual({})
    expect((await restarted.run({ entities, mode: 'incremental' })).removed).toEqual({
      tickets: [ticketId],
    })
  })

  test('a row that a list left out once is not removed', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['technicians'], mode: 'incremental' })
    await round()
    const hidden = tenant.world.technicians[2]?.userId ?? ''
    const stop = tenant.faults.intercept(({ operations, body, proceed }) => {
      if (!operations.includes('getTechnicianList') || body.includes('"condition"')) return undefined
      const answer = JSON.parse(proceed().body) as {
        data: { getTechnicianList: { userList: { userId: string }[]; listInfo: { totalCount: number } } }
      }
      const list = answer.data.getTechnicianList
      list.userList = list.userList.filter(({ userId }) => userId !== hidden)
      list.listInfo.totalCount = list.userList.length
      return { body: JSON.stringify(answer) }
    })
    const { report, removed } = await round()
    stop()
    expect(report.complete).toBe(true)
    expect(removed).toEqual({})
  })

  test('the statuses of a ticket are kept and come with it', async () => {
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    const first = await round()
    expect(first.data).not.toHaveProperty('statusHistoryByTicketId')
    const id = first.data.tickets?.find(({ status }) => status === 'Open')?.ticketId ?? ''
    for (const status of ['Resolved', 'Open']) {
      tenant.world.advance({ minutes: 5 })
      await write('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', {
        ticketId: id,
        status,
      })
      const { data } = await round()
      expect(data.statusHistoryByTicketId?.[id]?.at(-1)?.status).toBe(status)
    }
    tenant.world.advance({ minutes: 5 })
    await rename(id, 'told again')
    const { data } = await round()
    expect(data.statusHistoryByTicketId?.[id]?.map(({ status }) => status)).toEqual([
      'Open',
      'Resolved',
      'Open',
    ])
  })

  test('statuses older than they are kept for are forgotten, but for the last one', async () => {
    const extractor = createExtractor(superops, { state: memoryStore(), historyMs: 0 })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    const first = await round()
    const ticketId = first.data.tickets?.find(({ status }) => status === 'Open')?.ticketId ?? ''
    tenant.world.advance({ minutes: 5 })
    await write('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', {
      ticketId,
      status: 'Resolved',
    })
    const { data, changed } = await round()
    expect(changed.tickets?.map(({ id }) => id)).toContain(ticketId)
    expect(data.statusHistoryByTicketId ?? {}).not.toHaveProperty(ticketId)
  })

  test('a tenant that refuses the sort is compared whole', async () => {
    tenant.faults.intercept(({ operations, body }) =>
      operations.includes('getTicketList') && body.includes('"sort":[{')
        ? {
            body: '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"getTicketList":null}}',
          }
        : undefined,
    )
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    expect((await round()).created.tickets).toHaveLength(330)
    await rename(ticketAt(9), 'found anyway')
    expect((await round()).changed.tickets).toEqual([{ id: ticketAt(9), fields: ['subject', 'updatedTime'] }])
  })

  test('a clock five minutes ahead never moves the mark past the server', async () => {
    tenant.faults.clockSkew({ ms: 300_000 })
    const extractor = createExtractor(superops, { state: memoryStore() })
    const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
    await round()
    await rename(ticketAt(3), 'in time')
    expect((await round()).changed.tickets?.map(({ id }) => id)).toEqual([ticketAt(3)])
  })

  test.each<[string, Record<string, string>, StateError['reason']]>([
    ['a newer version', { 'acme/2/extract/meta': '{}' }, 'newer-format'],
    [
      'another host',
      {
        'acme/1/extract/meta':
          '{"tenant":"acme","host":"api.superops.ai","origin":"live","since":"2026-01-01T00:00:00.000Z"}',
      },
      'other-tenant',
    ],
    ['nobody', { 'acme/1/extract/entity/tickets': '{"fieldSets":' }, 'corrupt'],
  ])('state of %s is refused and stays as it was', async (_, entries, reason) => {
    const state = memoryStore()
    await state.batch(Object.entries(entries).map(([put, value]) => ({ put, value })))
    const run = createExtractor(superops, { state }).run({ entities: ['tickets'], mode: 'incremental' })
    const error = await run.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StateError)
    expect(error).toMatchObject({ kind: 'state', reason, key: Object.keys(entries)[0] })
    const kept: [string, string][] = []
    for await (const [key, value] of state.range('', '\uffff')) kept.push([key, value])
    expect(Object.fromEntries(kept)).toEqual(entries)
  })

  test('an incremental run without state says what it needs', async () => {
    await expect(createExtractor(superops).run({ mode: 'incremental' })).rejects.toThrow(
      "state: expected a store for mode 'incremental', such as memoryStore()",
    )
  })

  test('an incremental run, whose data are changes, has no figures', async () => {
    const { metrics, quality } = await createExtractor(superops, { state: memoryStore() }).run({
      mode: 'incremental',
      entities: [groups],
    })
    expect({ metrics, quality }).toEqual({ metrics: null, quality: null })
  })

  test('a second run on a state is refused while the first is under way, and not after', async () => {
    const state = memoryStore()
    const [one, other] = [createExtractor(superops, { state }), createExtractor(superops, { state })]
    const options = { entities: [groups] } as const
    const batches = one.batches(options)
    await batches.next()
    const refused = { name: 'StateError', reason: 'in-use' }
    await expect(other.run(options)).rejects.toMatchObject(refused)
    await expect(other.batches(options).next()).rejects.toMatchObject(refused)
    await batches.return()
    expect((await other.run(options)).report.complete).toBe(true)
    await expect(one.run({ ...options, signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'aborted',
    })
    expect((await one.run(options)).report.complete).toBe(true)
  })
})
