import type { Client } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { afterEach, expect, test } from 'vitest'
import { runs } from '../runs.js'
import { rejection } from './answering-server.js'
import { closeAll, connect, type Line, never, real, realIds, standIn, standInIds } from './fallback-line.js'

afterEach(closeAll)

test.each([20, 100])('a list of pages of %i ends where the origin changes', async (pageSize) => {
  const { line, client, fail } = await connect(20)
  for (const sort of [undefined, { attribute: 'createdTime', order: 'DESC' } as const]) {
    await line.up()
    await expect.poll(() => client.origin).toBe('live')
    const pages = client.tickets.list({ pageSize, ...(sort && { sort, lookAhead: 3 }) }).pages()
    const rows: string[] = []
    const origins = new Set<string>()
    let end: unknown
    for await (const page of pages) {
      rows.push(...page.rows.map(({ ticketId }) => ticketId))
      origins.add(page.origin)
      end = page.end
      if (page.page !== 1) continue
      await line.down()
      await fail(5)
    }
    expect({ end, origins: [...origins] }).toEqual({
      end: { complete: false, reason: 'origin-changed' },
      origins: ['live'],
    })
    expect(rows.length).toBeGreaterThanOrEqual(pageSize)
    expect(rows.filter((id) => !realIds.has(id))).toEqual([])
  }
})

/** The tenant fails what `fail` asks, and holds its lists back until the origin has changed. */
function changeUnderWay({ line, client }: { line: Line; client: Client }): void {
  const change = new Promise((resolve) => client.events.once('fallback', resolve))
  line.hold = (body) => (body.includes('getTicketList') ? change : undefined)
  real.faults.intercept(({ operations }) =>
    operations.includes('getSLAList') ? { status: 500, body: '' } : undefined,
  )
}
const changed = { kind: 'network', code: 'ORIGIN_CHANGED', operation: 'getTicketList', retryable: true }

test('collect tells of the change, toArray and first reject only where rows are missing', async () => {
  const { client, line, fail } = await connect()
  changeUnderWay({ client, line })
  const list = client.tickets.list({ pageSize: 10 })
  const [collected, error, first] = await Promise.all([
    list.collect(),
    rejection(list.toArray()),
    list.first(),
    fail(5),
  ])
  expect(collected).toMatchObject({
    origin: 'live',
    pages: 2,
    requests: 2,
    end: { complete: false, reason: 'origin-changed' },
  })
  expect(collected.rows).toHaveLength(10)
  expect(error).toMatchObject(changed)
  expect(realIds.has(first?.ticketId ?? '')).toBe(true)
})

test('rows come up to the change, then the iteration rejects', async () => {
  const { client, line, fail } = await connect()
  changeUnderWay({ client, line })
  const ids: string[] = []
  const read = async () => {
    for await (const { ticketId } of client.tickets.list({ pageSize: 10 })) ids.push(ticketId)
  }
  const [error] = await Promise.all([rejection(read()), fail(5)])
  expect(error).toMatchObject(changed)
  expect(ids).toHaveLength(10)
  expect(ids.every((id) => realIds.has(id))).toBe(true)
})

test('an extraction keeps to the first origin that answers and reports the rest missing', async () => {
  const { line, client, fail } = await connect(never)
  const { origin, data, report } = await createExtractor(client, { concurrency: 1 }).run({
    entities: ['clients', 'tickets', 'sites', 'technicians'],
    onProgress: ({ entity, done }) => {
      if (entity === 'clients' && done) line.status = 500
    },
  })
  expect(origin).toBe('live')
  expect(report.entities).toMatchObject([
    { entity: 'clients', origin: 'live', complete: true },
    { entity: 'tickets', origin: null, complete: false, reason: 'http' },
    { entity: 'sites', origin: null, complete: false, reason: 'http' },
    { entity: 'technicians', origin: null, complete: false, reason: 'http' },
  ])
  await fail(2)
  expect(client.origin).toBe('mock')
  const again = await createExtractor(client).run()
  expect({ origin: again.origin, complete: again.report.complete }).toEqual({
    origin: 'mock',
    complete: true,
  })
  expect(again.data.tickets?.every(({ ticketId }) => standInIds.has(ticketId))).toBe(true)
  expect(Object.keys(data)).toEqual(['clients'])
})

test('entities begun under another origin, or met by it on the way, are marked and not mixed', async () => {
  const { line, client, fail } = await connect(never)
  await line.down()
  await fail(5)
  const { origin, data, report } = await createExtractor(client, { concurrency: 1 }).run({
    entities: ['clients', 'tickets', 'sites'],
  })
  expect({ origin, complete: report.complete }).toEqual({ origin: 'mock', complete: true })
  await line.up()
  const pending = createExtractor(client, { concurrency: 1 }).run({
    entities: ['clients', 'tickets', 'sites'],
    onProgress: ({ entity, done }) => {
      if (entity === 'clients' && !done) standIn.faults.latency({ ms: 150 })
    },
  })
  await expect.poll(() => standIn.calls('getTicketList').length).toBeGreaterThanOrEqual(3)
  await client.doctor()
  const mixed = await pending
  expect(mixed.origin).toBe('mock')
  expect(mixed.report.complete).toBe(false)
  expect(mixed.report.entities.map(({ entity, reason }) => [entity, reason])).toEqual([
    ['clients', undefined],
    ['tickets', 'origin-changed'],
    ['sites', 'origin-changed'],
  ])
  expect(mixed.report.entities[2]).toMatchObject({ origin: null, rows: 0, requests: 1, retries: 0 })
  expect(mixed.data).not.toHaveProperty('sites')
  expect(mixed.data.tickets?.filter(({ ticketId }) => !standInIds.has(ticketId))).toEqual([])
  expect(data.tickets).toHaveLength(150)
})

test('over random outages no page mixes origins, and every change is told exactly once', async () => {
  let seed = 20_260_105
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const { line, client, changes } = await connect(3)
  let origin = client.origin
  const met = { live: 0, mock: 0, ended: 0 }
  const readList = async () => {
    const { rows, origin: of, end } = await client.tickets.list({ pageSize: 40 }).collect()
    const ids = of === 'live' ? realIds : standInIds
    expect(rows.filter(({ ticketId }) => !ids.has(ticketId))).toEqual([])
    if (end.complete) expect(rows).toHaveLength(ids.size)
    else expect(end.reason).toBe('origin-changed')
    met[of]++
    if (!end.complete) met.ended++
  }
  client.events.on('fallback', (change) => {
    // Alternates: none is told twice, none is left out.
    expect(change.origin).not.toBe(origin)
    expect(client.origin).toBe(change.origin)
    origin = change.origin
  })
  for (let round = Math.max(10, runs(300)); round > 0; round--) {
    const dice = random()
    if (dice < 0.35) await line.down()
    else if (dice < 0.5) {
      await line.up()
      line.status = 503
    } else {
      await line.up()
      line.status = undefined
    }
    await Promise.allSettled(Array.from({ length: 1 + Math.floor(random() * 8) }, readList)).then(
      (results) => {
        for (const result of results)
          if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: /network|http/ })
      },
    )
    if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve, random() * 12))
  }
  await line.down()
  while (client.origin === 'live') await readList().catch(() => undefined)
  await readList()
  await line.up()
  line.status = undefined
  await expect.poll(() => client.origin).toBe('live')
  await readList()
  expect(client.origin).toBe(origin)
  expect(changes.length).toBeGreaterThan(1)
  expect(met.live).toBeGreaterThan(0)
  expect(met.mock).toBeGreaterThan(0)
}, 120_000)
