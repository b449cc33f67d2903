/** One job of the system that this replaces, in a process of its own; prints records, time and memory as JSON. */
import { createClient } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { allTicketMetrics, serviceDelivery } from '@superhack/superops/metrics'

const client = createClient({
  apiKey: 'mock-token',
  tenantId: 'acme',
  baseUrl: process.argv[2] ?? '',
  origin: 'mock',
  requestsPerMinute: Number.POSITIVE_INFINITY,
})
const started = performance.now()
const entities = ['tickets', 'clients', 'technicians', 'sites', 'worklogs'] as const
const { data, report } = await createExtractor(client, { concurrency: 5 }).run({ entities })
const ctx = { now: report.finishedAt }
const wanted = {
  tickets: data.tickets?.slice(0, 50),
  clients: data.clients?.slice(0, 20),
  technicians: data.technicians?.slice(0, 10),
  // Both clocks of each ticket.
  sla: allTicketMetrics(data, ctx)
    .slice(0, 50)
    .flatMap(({ firstResponseSlaStatus, resolutionSlaStatus }) => [
      firstResponseSlaStatus,
      resolutionSlaStatus,
    ]),
  serviceDelivery: serviceDelivery(data, ctx, 'day').slice(-30),
}
const ms = performance.now() - started
client.close()
const counts = Object.fromEntries(Object.entries(wanted).map(([name, rows]) => [name, rows?.length ?? 0]))
const rows = report.entities.reduce((sum, entity) => sum + entity.rows, 0)
console.log(JSON.stringify({ counts, rows, ms, rss: process.memoryUsage().rss }))
