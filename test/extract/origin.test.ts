import { type Client, createClient } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { memoryStore, type StateStore } from '@superhack/superops/state'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'

async function entriesOf(state: StateStore): Promise<Map<string, string>> {
  const entries = new Map<string, string>()
  for await (const [key, value] of state.range('', '\uffff')) entries.set(key, value)
  return entries
}

/** So many reads find out that the tenant is unreachable. */
async function meetNobody(superops: Client): Promise<void> {
  for (let read = 0; read < 5; read++) await superops.query.getSLAList().catch(() => undefined)
}

test('rows of a fallback never reach the state, and the last extraction of the tenant is served', async () => {
  const tenant = createMockTenant({ seed: 7, tickets: 120 })
  const server = await tenant.listen()
  const { origin: _, ...credentials } = server.credentials
  const superops = createClient({
    ...credentials,
    retries: 0,
    fallback: { to: createMockTenant({ seed: 8, tickets: 50 }), when: 'unreachable' },
  })
  const state = memoryStore()
  const extractor = createExtractor(superops, { state, stale: true })
  const entities = ['tickets', 'clients'] as const
  const good = await extractor.run({ entities, mode: 'incremental' })
  expect(good).toMatchObject({ origin: 'live', report: { complete: true } })
  const kept = await entriesOf(state)
  await server.close()
  await meetNobody(superops)
  expect(superops.origin).toBe('mock')
  const old = await extractor.run({ entities, mode: 'incremental' })
  expect(old.stale?.since).toBe(good.report.finishedAt)
  expect(old.data).toEqual(good.data)
  for (const [key, value] of await entriesOf(state)) {
    if (!key.endsWith('/run')) expect([key, value]).toEqual([key, kept.get(key)])
  }
  superops.close()
})

test('an extraction that meets a fallback on the way ends partial and goes on with the tenant later', async () => {
  const tenant = createMockTenant({ seed: 7, tickets: 120 })
  const server = await tenant.listen()
  const { origin: _, ...credentials } = server.credentials
  const superops = createClient({
    ...credentials,
    retries: 0,
    fallback: { to: createMockTenant({ seed: 8, tickets: 50 }), when: 'unreachable', probeEveryMs: 50 },
  })
  const state = memoryStore()
  const extractor = createExtractor(superops, { state, pageSize: 25 })
  const ids: string[] = []
  for await (const batch of extractor.batches({ entities: ['tickets'], mode: 'incremental' })) {
    if (batch.entity !== 'tickets') continue
    ids.push(...batch.rows.map(({ ticketId }) => ticketId))
    if (ids.length < 50) continue
    if (batch.report) expect(batch.report).toMatchObject({ complete: false, reason: 'origin-changed' })
    if (superops.origin === 'mock') continue
    tenant.faults.status({ status: 503 })
    await meetNobody(superops)
  }
  expect(ids.length).toBeLessThan(120)
  tenant.faults.clear()
  await expect.poll(() => superops.origin).toBe('live')
  for (let round = 0; round < 2; round++)
    for await (const batch of extractor.batches({ entities: ['tickets'], mode: 'incremental' }))
      if (batch.entity === 'tickets') ids.push(...batch.rows.map(({ ticketId }) => ticketId))
  expect(new Set(ids)).toEqual(new Set(tenant.world.tickets.map(({ ticketId }) => ticketId)))
  superops.close()
  await server.close()
})
