/** A manager with a durable store and a WebSocket, in a process that can be killed. */
import { createClient } from '@superhack/superops'
import { webSocketSink } from '@superhack/superops/sinks/websocket'
import { levelStore } from '@superhack/superops/state/level'
import { StreamManager } from '@superhack/superops/streams'

const [credentials = '', directory = '', port = ''] = process.argv.slice(2)
const streams = new StreamManager({
  client: createClient(JSON.parse(credentials)),
  state: await levelStore(directory),
  entities: ['tickets', 'alerts'],
  updateIntervalMs: 1000,
}).to(webSocketSink({ port: Number(port) }))
await streams.start()
const isLive = setInterval(() => {
  if (streams.status().phase !== 'live') return
  clearInterval(isLive)
  process.stdout.write('live\n')
}, 20)
