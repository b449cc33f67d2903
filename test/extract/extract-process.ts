/** Extracts into a log until it is done or killed: a line per row or removal, written before the next batch is asked for. */
import { appendFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { createExtractor, type Mode } from '@superhack/superops/extract'
import { levelStore } from '@superhack/superops/state/level'
import { products } from '../products.js'
import { digestOf } from './digest.js'

const [name, url = '', directory = '', ...modes] = process.argv.slice(2)
const tested = products.find(({ product }) => product === name)
if (tested === undefined) throw new Error(`no such product: ${name}`)
const { createClient, groups } = tested
const client = createClient({
  apiKey: 'mock-token',
  tenantId: 'acme',
  baseUrl: url,
  origin: 'mock',
  requestsPerMinute: Number.POSITIVE_INFINITY,
})
const state = await levelStore(`${directory}/state`)
const extractor = createExtractor(client, { state, pageSize: 25, sweepEveryMs: 0, concurrency: 2 })
process.stdout.write('ready\n')
for (const mode of modes as Mode[]) {
  for await (const batch of extractor.batches({ entities: ['tickets', groups, 'assets'], mode })) {
    const rows = batch.rows.map((row) => ({ entity: batch.entity, ...digestOf(row) }))
    const removed = batch.changes.filter(({ kind }) => kind === 'removed')
    const lines = [...rows, ...removed.map(({ id }) => ({ entity: batch.entity, id }))]
    // Whoever takes a batch takes a moment, in which the process may end.
    await setTimeout(2)
    if (lines.length > 0)
      appendFileSync(`${directory}/log`, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
    if (batch.report && !batch.report.complete) throw new Error(`${batch.entity}: ${batch.report.reason}`)
  }
}
await state.close()
client.close()
