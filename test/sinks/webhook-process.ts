import { webhookSink } from '@superhack/superops/sinks/webhook'
import { levelStore } from '@superhack/superops/state/level'
import { resolveSinkOptions } from '../../src/streams/outbox/sink-options.js'
import { SinkOutbox } from '../../src/streams/outbox/sink-outbox.js'
import { sampleEvents } from '../streams/sample-event.js'

const [url = '', secret = '', directory = '', first = '', last = ''] = process.argv.slice(2)
const sink = webhookSink({ url, secret, allowHttp: true, allowNetworks: ['127.0.0.0/8'] })
const store = await levelStore(directory)
const onError = (error: unknown) => process.stderr.write(`${error}\n`)
const options = resolveSinkOptions({ schedule: [20] }, ['tickets'], true)
const outbox = new SinkOutbox(sink, options, { store, prefix: 'acme/1', onError })
await outbox.load()
const entries = sampleEvents(Number(first), Number(last)).map((event) => {
  const json = JSON.stringify(event)
  return { event, json, bytes: json.length, sequence: Number(event.sequence) }
})
const { changes, commit } = outbox.accept(entries)
await store.batch(changes)
// What is committed has to arrive, whatever happens from here on.
commit()
outbox.start()
setInterval(async () => {
  const { waiting, inFlight } = outbox.status()
  if (waiting + inFlight > 0) return
  await outbox.stop(1000)
  await store.close()
  process.exit(0)
}, 5)
