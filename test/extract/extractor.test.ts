import { type Client, createClient } from '@superhack/superops'
import { createExtractor, extractedEntities, type Progress } from '@superhack/superops/extract'
import {
  allClientGenomes,
  allClientMetrics,
  allTicketMetrics,
  portfolio,
  serviceDelivery,
  slaMetrics,
  technicianMetrics,
} from '@superhack/superops/metrics'
import { assessQuality } from '@superhack/superops/quality'
import { memoryStore } from '@superhack/superops/state'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { serveEach } from '../serve-each.js'

const tenant = createMockTenant({ seed: 7, tickets: 250 })
let superops: Client

serveEach(tenant, (credentials) => {
  superops = createClient(credentials)
  return superops
})

test('every entity is read to the end, with a report and progress', async () => {
  const progress: Progress[] = []
  const { data, report, issues, origin } = await createExtractor(superops).run({
    onProgress: (item) => progress.push(item),
  })
  expect({ issues, origin }).toEqual({ issues: [], origin: 'mock' })
  expect(report.complete).toBe(true)
  expect(report.entities.map(({ entity }) => entity)).toEqual([...extractedEntities])
  for (const entity of report.entities) {
    expect(entity).toMatchObject({
      complete: true,
      origin: 'mock',
      setAside: 0,
      retries: 0,
      requests: entity.pages,
    })
    expect(data[entity.entity]).toHaveLength(entity.rows)
    const own = progress.filter((item) => item.entity === entity.entity)
    expect(own.at(-1)).toMatchObject({ done: true, rows: entity.rows })
    expect(own).toHaveLength(entity.pages + 1)
  }
  expect(data.tickets).toHaveLength(250)
  expect(tenant.calls()).toHaveLength(report.entities.reduce((sum, { requests }) => sum + requests, 0))
})

test('a tenant that refuses the sort is read in its own order', async () => {
  tenant.faults.intercept(({ operations, body }) =>
    operations.includes('getTicketList') && body.includes('"sort":[{')
      ? {
          body: '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"getTicketList":null}}',
        }
      : undefined,
  )
  const { data, report } = await createExtractor(superops).run({ entities: ['tickets'] })
  expect(report).toMatchObject({ complete: true, errors: {} })
  expect(new Set(data.tickets?.map(({ ticketId }) => ticketId)).size).toBe(250)
})

test('an entity that fails leaves the others alone and says why', async () => {
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getInvoiceList') ? { status: 401, body: '' } : undefined,
  )
  const { data, report } = await createExtractor(superops).run({ entities: ['clients', 'invoices'] })
  expect(report.complete).toBe(false)
  expect(report.entities).toMatchObject([
    { entity: 'clients', complete: true },
    { entity: 'invoices', complete: false, reason: 'auth', rows: 0, pages: 0, requests: 1 },
  ])
  expect(report.errors.invoices).toMatchObject({ kind: 'auth' })
  expect(data.clients?.length).toBeGreaterThan(0)
  expect(data).not.toHaveProperty('invoices')
})

test('a retry is counted', async () => {
  let failures = 0
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getClientList') && failures++ === 0 ? { status: 503, body: '' } : undefined,
  )
  const { report } = await createExtractor(superops).run({ entities: ['clients'] })
  expect(report.entities).toMatchObject([{ complete: true, pages: 1, requests: 2, retries: 1 }])
})

test('at most the given number of entities is read at the same time', async () => {
  const reading = new Set<string>()
  let most = 0
  const onProgress = ({ entity, done }: Progress) => {
    if (done) reading.delete(entity)
    else reading.add(entity)
    most = Math.max(most, reading.size)
  }
  await createExtractor(superops, { concurrency: 1 }).run({ onProgress })
  expect(most).toBe(1)
})

test('a signal ends the run', async () => {
  const controller = new AbortController()
  const run = createExtractor(superops).run({
    signal: controller.signal,
    onProgress: () => controller.abort('enough'),
  })
  await expect(run).rejects.toMatchObject({ kind: 'aborted', cause: 'enough' })
})

test.each([
  ['concurrency', () => createExtractor(superops, { concurrency: 0 })],
  ['concurrency', () => createExtractor(superops, { concurrency: 1.5 })],
])('%s out of range is refused by name', (name, make) => {
  expect(make).toThrow(new RegExp(`^${name}: expected an integer`))
})

test('an entity that does not exist is refused by name', async () => {
  await expect(createExtractor(superops).run({ entities: ['tiquets' as 'tickets'] })).rejects.toThrow(
    "entities: there is no entity 'tiquets'",
  )
})

test('a full run has the figures over its rows as of its end, with the settings that were given', async () => {
  const context = { reportTimeZone: 'Asia/Tokyo', clockSkewMinutes: 0 }
  const extraction = await createExtractor(superops, { context }).run()
  const { data, metrics, quality, report } = extraction
  const ctx = { ...context, now: report.finishedAt }
  const monthBefore = new Date(Date.parse(report.finishedAt) - 30 * 86_400_000).toISOString()
  expect(metrics).toEqual({
    asOf: report.finishedAt,
    period: { from: monthBefore, to: report.finishedAt },
    tickets: allTicketMetrics(data, ctx),
    clients: allClientMetrics(data, ctx),
    technicians: technicianMetrics(data, ctx),
    sla: slaMetrics(data, ctx),
    serviceDelivery: serviceDelivery(data, ctx, 'day'),
    portfolio: portfolio(data, ctx),
    clientGenomes: allClientGenomes(data, ctx),
  })
  expect(quality).toEqual(assessQuality(data, ctx))
  expect(extraction.metrics?.tickets).toBe(metrics?.tickets)
})

test('a day keeps the portfolio that churn is counted from', async () => {
  const extractor = createExtractor(superops, { state: memoryStore() })
  expect(await extractor.portfolioUntil('9999-12-31')).toBeNull()
  const entities = ['clients', 'contracts'] as const
  const { data, report } = await extractor.run({ entities, mode: 'incremental' })
  await extractor.run({ entities, mode: 'incremental' })
  const kept = await extractor.portfolioUntil(report.finishedAt.slice(0, 10))
  expect(kept?.activeClientIds).toEqual(portfolio(data, { now: report.finishedAt }).activeClientIds)
  expect(kept?.activeClientIds?.length).toBeGreaterThan(0)
  const ctx = { now: report.finishedAt, previousPortfolio: kept ?? undefined }
  expect(portfolio({ ...data, contracts: [] }, ctx).logoChurnRatio).toBe(1)
  expect(await extractor.portfolioUntil('2000-01-01')).toBeNull()
})
