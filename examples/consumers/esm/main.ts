import assert from 'node:assert/strict'
import { createClient, isSuperOpsError, type Ticket } from '@superhack/superops'
import { codecOf } from '@superhack/superops/entities'
import { createExtractor } from '@superhack/superops/extract'
import { allTicketMetrics } from '@superhack/superops/metrics'
import { writeExtraction } from '@superhack/superops/tables'
import { createMockTenant } from '@superhack/superops/testing'

const tenant = createMockTenant({ seed: 7, tickets: 50 })
const server = await tenant.listen({ port: 0 })
const superops = createClient(server.credentials)
const tickets: Ticket[] = await superops.tickets.list().toArray()
assert.equal(tickets.length, 50)
assert.equal(codecOf('Ticket').is(tickets[0]), true)
const extraction = await createExtractor(superops).run({ entities: ['tickets', 'sites'] })
const { data, report } = extraction
assert.equal(report.complete, true)
assert.equal(allTicketMetrics({ tickets: data.tickets ?? [] }, { now: '2026-01-05T09:00:00Z' }).length, 50)
for (const format of ['ndjson', 'csv', 'parquet'] as const) {
  const { tables } = await writeExtraction(extraction, { folder: 'data', format })
  assert.equal(tables.find(({ table }) => table === 'ticket_metrics')?.rows, 50)
}
const failure: unknown = await superops.tickets.get('1').catch((error: unknown) => error)
assert.equal(isSuperOpsError(failure, 'api'), true)
superops.close()
await server.close()
