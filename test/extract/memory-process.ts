/** Reads all tickets by batches and prints the heap in use at a tenth of them and at the end. */
import { createClient } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { memoryStore } from '@superhack/superops/state'

const [url = '', rows = ''] = process.argv.slice(2)
const client = createClient({
  apiKey: 'mock-token',
  tenantId: 'acme',
  baseUrl: url,
  origin: 'mock',
  requestsPerMinute: Number.POSITIVE_INFINITY,
})
const memory = memoryStore()
/** Forgets rows: what grows is then the extractor's. */
const state = {
  ...memory,
  batch: (changes: Parameters<typeof memory.batch>[0]) =>
    memory.batch(changes.filter((change) => !('put' in change && change.put.includes('/row/')))),
}
const used = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
const heaps: number[] = []
let read = 0
let complete = false
for await (const batch of createExtractor(client, { state }).batches({ entities: ['tickets'] })) {
  const before = read
  read += batch.rows.length
  complete = batch.report?.complete ?? false
  if (before < Number(rows) / 10 && read >= Number(rows) / 10) heaps.push(used())
}
heaps.push(used())
process.stdout.write(JSON.stringify({ read, complete, grown: (heaps[1] ?? 0) - (heaps[0] ?? 0) }))
client.close()
