import { type BoardDocument, createHandler } from '@superhack/superops/http'
import * as metrics from '@superhack/superops/metrics'
import { assessQuality } from '@superhack/superops/quality'
import { afterAll, expect, test } from 'vitest'
import { ask, endAll, serveTenant } from './serving.js'

afterAll(endAll)

const served = serveTenant()
const json = (value: unknown) => JSON.parse(JSON.stringify(value))

test('every report is what the pure functions say of the records', async () => {
  const { url, streams } = await served
  const { data, context } = streams.snapshot() ?? expect.fail('nothing was read')
  const reportOf = async (path: string) => (await ask(`${url}/v1/reports/${path}`)).json
  const figures = {
    tickets: (await reportOf('tickets?limit=1000')).rows,
    clients: (await reportOf('clients?limit=1000')).rows,
    technicians: (await reportOf('technicians?limit=1000')).rows,
    sla: (await reportOf('sla')).figures,
    slaByClient: (await reportOf('sla?groupBy=client')).groups,
    delivery: (await reportOf('service-delivery?granularity=week')).buckets,
    portfolio: (await reportOf('portfolio')).figures,
    quality: (await reportOf('quality')).quality,
  }
  expect(figures).toEqual(
    json({
      tickets: metrics.allTicketMetrics(data, context),
      clients: metrics.allClientMetrics(data, context),
      technicians: metrics.technicianMetrics(data, context),
      sla: metrics.slaMetrics(data, context),
      slaByClient: metrics.slaMetrics(data, context, 'client'),
      delivery: metrics.serviceDelivery(data, context, 'week'),
      portfolio: metrics.portfolio(data, context),
      quality: assessQuality(data, context),
    }),
  )
})

test('a period is that of the figures, and is told', async () => {
  const { url, streams } = await served
  const { data, context } = streams.snapshot() ?? expect.fail('nothing was read')
  const period = { from: '2025-11-01', to: '2025-11-08' }
  const { json: report } = await ask(`${url}/v1/reports/service-delivery?from=${period.from}&to=${period.to}`)
  expect(report.period).toEqual({ from: '2025-11-01T00:00:00.000Z', to: '2025-11-08T00:00:00.000Z' })
  expect(report.buckets).toEqual(json(metrics.serviceDelivery(data, { ...context, period }, 'day')))
  const clients = await ask(`${url}/v1/reports/clients?from=${period.from}&to=${period.to}&limit=1000`)
  expect(clients.json.rows).toEqual(json(metrics.allClientMetrics(data, { ...context, period })))
})

test('the board is one document of at most 16 kB with the figures of the board', async () => {
  const { url, streams, client } = await served
  const { data, context } = streams.snapshot() ?? expect.fail('nothing was read')
  const { json: board, text } = await ask(`${url}/v1/reports/board`)
  const { dueNext, nextDue, ...figures } = json(metrics.boardMetrics(data, context))
  expect(board.figures).toEqual(figures)
  expect(board.dueNext).toMatchObject(dueNext)
  expect(nextDue).toEqual(dueNext.find(({ level }: { level: string }) => level !== 'late') ?? null)
  const counts = board.openByPriorityAndAge.rows.flatMap(({ counts }: { counts: number[] }) => counts)
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(figures.openTicketCount)
  for (const { counts, openCount } of board.openByPriorityAndAge.rows as {
    counts: number[]
    openCount: number
  }[])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(openCount)
  const owned = board.technicians.reduce(
    (sum: number, { openCount }: { openCount: number }) => sum + openCount,
    0,
  )
  expect(owned + figures.unassignedTicketCount).toBe(figures.openTicketCount)
  expect(board.positions).toEqual(streams.status().streams)
  expect(board.today.hours).toHaveLength(24)
  expect(board.clock).toEqual({ now: context.now, rate: 1 })
  expect(board.timeZone).toBe('UTC')
  const updates = (data.tickets ?? []).map(({ updatedTime }) => `${updatedTime}`.slice(0, 19))
  expect(board.newestChangeAt.slice(0, 19)).toBe(updates.sort().at(-1))
  expect(board.health).toMatchObject({ status: 'ok', reasons: [], updateIntervalMs: 60_000, incomplete: [] })
  const { used } = client.stats()
  expect(board.health.quota).toEqual({ used, perMinute: null })
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16_384)
})

test('the days and hours of the board are those of service delivery and of SLA counts over all tickets', async () => {
  // In a zone with a date of its own, and with an empty day among the fifteen.
  for (const [reportTimeZone, now] of [
    ['Pacific/Kiritimati', '2026-01-05T12:00:00.000Z'],
    ['America/Los_Angeles', '2026-01-05T05:00:00.000Z'],
  ] as const) {
    const { streams } = await served
    const { data } = streams.snapshot() ?? expect.fail('nothing was read')
    const context = { now, reportTimeZone }
    const index = metrics.indexMetricsData(data, context)
    const handler = createHandler({
      snapshot: () => ({ origin: 'mock', data, context, index }),
      apiKeys: false,
    })
    const board = (await (await handler(new Request('http://x/v1/reports/board'))).json()) as BoardDocument
    const [day = ''] = [board.sla.days.at(-1)?.day]
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    const first = board.sla.days[0]?.day ?? ''
    const all = (from: string, granularity: 'day' | 'hour') =>
      metrics.serviceDelivery(data, { ...context, period: { from, to: next } }, granularity)
    expect(board.sla.days).toEqual(
      all(first, 'day').map((row) => ({
        day: row.bucket,
        firstResponse: row.firstResponseSlaComplianceRatio,
        resolution: row.resolutionSlaComplianceRatio,
      })),
    )
    const hours = all(day, 'hour')
    expect(board.today.hours).toEqual(
      hours.map((row) => ({
        hour: row.bucket,
        created: row.ticketsCreatedCount,
        resolved: row.ticketsResolvedCount,
      })),
    )
    const [today] = all(day, 'day')
    const { createdCount, resolvedCount, netFlow } = board.today
    expect([createdCount, resolvedCount, netFlow]).toEqual([
      today?.ticketsCreatedCount,
      today?.ticketsResolvedCount,
      today?.netFlow,
    ])
    const window = { from: today?.from ?? '', to: today?.to ?? '' }
    const { metCount, evaluatedCount } = metrics.slaCounts(
      metrics.allTicketMetrics(data, context),
      window,
    ).resolution
    expect([board.sla.metCount, board.sla.evaluatedCount]).toEqual([metCount, evaluatedCount])
  }
})

test('the board tells what could not be read, and the streams that are made of it', async () => {
  const { url, streams, tenant } = await serveTenant()
  const removeFault = tenant.faults.internalError({ operation: 'getAlertList' })
  const health = async () => {
    await streams.refresh('system-health')
    return (await ask(`${url}/v1/reports/board`)).json.health
  }
  expect(await health()).toMatchObject({
    status: 'degraded',
    reasons: [expect.stringContaining('failed')],
    incomplete: ['alerts'],
    downStreams: ['system-health'],
  })
  removeFault()
  tenant.world.advance({ minutes: 1 })
  expect(await health()).toMatchObject({ reasons: [], incomplete: [], downStreams: [] })
})

test('a board of a client, a technician or a group has figures of their tickets alone', async () => {
  const { url, streams } = await served
  const { data, context } = streams.snapshot() ?? expect.fail('nothing was read')
  const { client, technician, techGroup } =
    data.tickets?.find((one) => one.client && one.technician && one.techGroup) ??
    expect.fail('no ticket has all owners')
  type Ticket = NonNullable<typeof data.tickets>[number]
  const asked = [
    ['client', client?.accountId, client?.name, (one: Ticket) => one.client?.accountId],
    ['technician', technician?.userId, technician?.name, (one: Ticket) => one.technician?.userId],
    ['techGroup', techGroup?.groupId, techGroup?.name, (one: Ticket) => one.techGroup?.groupId],
  ] as const
  const all = (await ask(`${url}/v1/reports/board`)).json
  expect(all.filters).toEqual([])
  for (const [by, id, name, idOf] of asked) {
    const board = (await ask(`${url}/v1/reports/board?${by}=${id}`)).json
    const tickets = data.tickets?.filter((one) => idOf(one) === id)
    const { dueNext, nextDue: _, ...figures } = json(metrics.boardMetrics({ ...data, tickets }, context))
    expect([board.filters, board.figures]).toEqual([[{ by, id, name }], figures])
    expect(board.dueNext).toMatchObject(dueNext)
    expect(board.positions).toEqual(all.positions)
    expect(board.figures.openTicketCount).toBeLessThan(all.figures.openTicketCount)
  }
  const ofBoth = `client=${client?.accountId}&technician=${technician?.userId}`
  const both = (await ask(`${url}/v1/reports/board?${ofBoth}`)).json
  expect(both.technicians.map(({ technicianId }: { technicianId: string }) => technicianId)).toEqual([
    technician?.userId,
  ])
  const none = (await ask(`${url}/v1/reports/board?client=nobody`)).json
  expect(none.filters).toEqual([{ by: 'client', id: 'nobody', name: null }])
  expect([none.figures.openTicketCount, none.dueNext, none.technicians]).toEqual([0, [], []])
  expect((await ask(`${url}/v1/reports/board?site=1`)).status).toBe(400)
})

test('long names and full lists leave the board below 16 kB, and what gave way is counted', async () => {
  const context = { now: '2026-01-05T12:00:00.000Z' }
  const long = '技術者🛠'.repeat(30)
  const tickets = Array.from({ length: 500 }, (_, at) => ({
    ticketId: `${at}`,
    displayId: long,
    subject: long,
    status: 'Open',
    priority: `${long}${at}`,
    client: { accountId: `${at}`, name: long },
    technician: { userId: `${at % 80}`, name: long },
    createdTime: '2026-01-05T08:00:00',
    resolutionDueTime: at % 2 === 0 ? '2026-01-05T11:00:00' : '2026-01-05T16:00:00',
  }))
  const data = { tickets }
  const index = metrics.indexMetricsData(data, context)
  const handler = createHandler({
    snapshot: () => ({ origin: 'mock', data, context, index }),
    apiKeys: false,
  })
  const text = await (await handler(new Request('http://x/v1/reports/board'))).text()
  const { figures, dueNext, technicians, furtherTechnicianCount } = JSON.parse(text) as BoardDocument
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16_384)
  const late = dueNext?.filter(({ level }) => level === 'late').length ?? 0
  expect(late + (figures.furtherLateCount ?? 0)).toBe(250)
  expect((dueNext?.length ?? 0) - late + (figures.furtherDueCount ?? 0)).toBe(250)
  expect((technicians?.length ?? 0) + furtherTechnicianCount).toBe(80)
  expect(Math.min(dueNext?.length ?? 0, technicians?.length ?? 0)).toBeGreaterThan(5)
})

test('wrong parameters are told by name, never by value', async () => {
  const { url } = await served
  const wrong = [
    'sla?groupBy=secret-value',
    'clients?from=secret-value',
    'clients?from=2025-02-01&to=2025-01-01',
    'service-delivery?granularity=hour&from=2020-01-01',
    'tickets?limit=0',
    'tickets?limit=1001',
    'tickets?cursor=secret-value',
    'tickets?client=1&client=2',
    'quality?from=2025-01-01',
    'portfolio?secret-value=1',
    'tickets?client=',
  ]
  for (const path of wrong) {
    const { status, json: problem } = await ask(`${url}/v1/reports/${path}`)
    expect({ path, status, code: problem.code }).toEqual({ path, status: 400, code: 'bad_request' })
    expect(problem.detail).not.toContain('secret')
  }
  expect(await ask(`${url}/v1/reports/no-such`)).toMatchObject({
    status: 404,
    json: { code: 'unknown_report' },
  })
})

test('an answer that the client holds is not sent again', async () => {
  const { url } = await served
  for (const path of ['reports/clients', 'reports/board', 'entities/tickets', 'streams']) {
    const first = await ask(`${url}/v1/${path}`)
    const etag = first.headers.get('etag') ?? ''
    const again = await ask(`${url}/v1/${path}`, { headers: { 'if-none-match': `"other", ${etag}` } })
    expect({ path, status: again.status, text: again.text, etag: again.headers.get('etag') }).toEqual({
      path,
      status: 304,
      text: '',
      etag,
    })
    expect((await ask(`${url}/v1/${path}`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  }
})

test('what changed has another tag', async () => {
  const { url, client, streams } = await served
  const before = await ask(`${url}/v1/entities/tickets`)
  const { ticketId } = before.json.rows[0]
  await client.mutation.updateTicket({ input: { ticketId, subject: 'Printer on fire' } })
  await streams.nudge('tickets', ticketId)
  const etag = before.headers.get('etag') ?? ''
  const after = await ask(`${url}/v1/entities/tickets`, { headers: { 'if-none-match': etag } })
  expect(after).toMatchObject({ status: 200 })
  expect(after.json.rows[0].subject).toBe('Printer on fire')
})
