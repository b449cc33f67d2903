/**
 * A manager that keeps its state and its file on one disk: `full-disk-process.mjs <directory> <first round> <rounds>`. Each
 * round changes five tickets; it ends after the last round, or with the store that takes no more, and prints what it told.
 */
import { createClient } from '@superhack/superops'
import { fileSink } from '@superhack/superops/sinks/file'
import { levelStore } from '@superhack/superops/state/level'
import { type SourceBatch, type StreamEvent, StreamManager } from '@superhack/superops/streams'

const [directory = '', first = '', rounds = ''] = process.argv.slice(2)
const padding = 'x'.repeat(10_000)
let round = 0
const rowsOf = () =>
  [1, 2, 3, 4, 5].map((id) => ({ ticketId: String(id), subject: `${round}`, category: padding }))
const told: string[] = []
const errors = new Set<string>()
const client = createClient({ apiKey: 'token', tenantId: 'acme' })
const state = await levelStore(`${directory}/state`)
const streams = new StreamManager({
  client,
  state,
  entities: ['tickets'],
  updateIntervalMs: 3_600_000,
  drainMs: 5000,
  source: {
    async *read() {
      const rows = rowsOf() as unknown as SourceBatch['rows']
      const end = { complete: true, requests: 1, totalCount: rows.length }
      yield { entity: 'tickets', origin: 'live', rows, removed: [], restored: [], end }
    },
  },
}).to(fileSink({ path: `${directory}/events.ndjson` }), {
  streams: ['tickets'],
  schedule: new Array(100).fill(20),
})
streams.on('tickets', ({ id }: StreamEvent) => told.push(id))
streams.on('error', (error) => errors.add(String((error as NodeJS.ErrnoException).code)))
await streams.start()
for (round = Number(first); round < Number(first) + Number(rounds); round++) {
  await streams.refresh('tickets')
  if (errors.has('ERR_STATE_WRITE')) break
}
const isDone = () => {
  const { waiting = 0, inFlight = 0 } = streams.outbox('file')?.status() ?? {}
  return waiting + inFlight === 0
}
while (!errors.has('ERR_STATE_WRITE') && !isDone()) await new Promise((resolve) => setTimeout(resolve, 5))
await streams.stop()
await state.close()
client.close()
process.stdout.write(JSON.stringify({ told, errors: [...errors], round }))
