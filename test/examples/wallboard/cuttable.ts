import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { atEnd } from '../../http/serving.js'

/** A proxy before a server, whose connections a test cuts, refuses, stalls and reads along. */
export async function cuttable(url: string) {
  const target = new URL(url)
  const frames: string[] = []
  const sockets = new Set<WebSocket>()
  let state: 'open' | 'cut' | 'stalled' = 'open'
  let delayMs = 0
  let connections = 0
  const headersOf = ({ headers }: IncomingMessage) => ({
    ...headers,
    host: target.host,
    ...(headers.origin !== undefined && { origin: target.origin }),
  })
  const isRest = ({ url: path }: IncomingMessage) => path?.startsWith('/v1/') === true
  const server = createServer((incoming, outgoing) => {
    if (state === 'cut') {
      incoming.socket.destroy()
      return
    }
    if (state === 'stalled' && isRest(incoming)) return
    const asked = request(
      {
        host: target.hostname,
        port: target.port,
        path: incoming.url,
        method: incoming.method,
        headers: headersOf(incoming),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        setTimeout(() => answer.pipe(outgoing), isRest(incoming) ? delayMs : 0)
      },
    )
    asked.on('error', () => incoming.socket.destroy())
    incoming.pipe(asked)
  })
  const front = new WebSocketServer({ server })
  front.on('connection', (near, incoming) => {
    connections++
    if (state === 'cut') {
      near.terminate()
      return
    }
    const far = new WebSocket(`ws://${target.host}${incoming.url}`, 'superops.stream.v1', {
      headers: { origin: target.origin },
    })
    sockets.add(near)
    const waiting: string[] = []
    near.on('message', (data) => {
      if (far.readyState === WebSocket.OPEN) far.send(String(data))
      else waiting.push(String(data))
    })
    far.on('open', () => {
      for (const text of waiting) far.send(text)
    })
    far.on('message', (data) => {
      frames.push(String(data))
      near.send(String(data))
    })
    far.on('close', () => near.terminate())
    far.on('error', () => near.terminate())
    near.on('close', () => {
      sockets.delete(near)
      far.terminate()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const end = () => {
    for (const socket of sockets) socket.terminate()
    server.closeAllConnections()
  }
  atEnd(async () => {
    end()
    server.close()
    await once(server, 'close')
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    frames: () => frames,
    connections: () => connections,
    cut() {
      state = 'cut'
      end()
    },
    delayBoard(ms: number) {
      delayMs = ms
    },
    stallBoard() {
      state = 'stalled'
    },
    mend() {
      state = 'open'
    },
    /** As a server does that takes a client no more. */
    closeWith(code: number) {
      for (const socket of sockets) socket.close(code, 'refused')
    },
  }
}
