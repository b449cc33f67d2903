import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const upgradeOf = (path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: superops.stream.v1',
    '',
    '',
  ].join('\r\n')

/** A frame of a client; the mask is zero. */
export const clientFrame = (text: string) =>
  Buffer.concat([Buffer.from([0x81, 0x80 | Buffer.byteLength(text), 0, 0, 0, 0]), Buffer.from(text)])

const subscribe = clientFrame('{"type":"subscribe","id":1,"streams":["tickets"]}')
const follow = [
  'GET /v1/streams/tickets/events HTTP/1.1',
  'Host: localhost',
  'Accept: text/event-stream',
  '',
  '',
].join('\r\n')

/** What a client says, and what it hears once it is served. */
interface Greeting {
  readonly says: Buffer
  readonly hears: RegExp
  readonly asked?: { readonly hears: RegExp; readonly says: Buffer }
}
const greetings: Readonly<Record<string, Greeting>> = {
  bare: { says: Buffer.concat([Buffer.from(upgradeOf('/')), subscribe]), hears: /subscribed/ },
  sink: { says: Buffer.concat([Buffer.from(upgradeOf('/stream')), subscribe]), hears: /subscribed/ },
  /** Reads nothing yet. */
  idle: { says: Buffer.from(upgradeOf('/stream')), hears: /"type":"welcome"/ },
  // Its handshake takes two steps: what comes with the upgrade is lost.
  'socket.io': {
    says: Buffer.from(upgradeOf('/socket.io/?EIO=4&transport=websocket')),
    asked: { hears: /0\{"sid"/, says: clientFrame('40') },
    hears: /40\{"sid"/,
  },
  sse: { says: Buffer.from(follow), hears: /id: bench/ },
}

/** Counts events by their ends, since clients that parse would be slower than the server. */
export async function openClient(
  variant: string,
  port: number,
  onEvents: (count: number) => void,
): Promise<Socket> {
  const greeting = greetings[variant]
  if (greeting === undefined) throw new Error(`there is no variant ${variant}`)
  const socket = connect(port, '127.0.0.1')
  socket.write(greeting.says)
  let { asked } = greeting
  let text = ''
  await new Promise<void>((resolve) => {
    const read = (piece: Buffer) => {
      text += piece.toString('latin1')
      if (asked?.hears.test(text)) {
        socket.write(asked.says)
        asked = undefined
      }
      if (!greeting.hears.test(text)) return
      socket.off('data', read)
      resolve()
    }
    socket.on('data', read)
  })
  countEvents(socket, onEvents)
  return socket
}

export function countEvents(socket: Socket, onEvents: (count: number) => void): void {
  const end = Buffer.from('"origin":"mock"}')
  let carried = Buffer.alloc(0)
  socket.on('data', (piece: Buffer) => {
    const all = carried.length === 0 ? piece : Buffer.concat([carried, piece])
    let count = 0
    let from = 0
    for (let at = all.indexOf(end); at >= 0; at = all.indexOf(end, from)) {
      count++
      from = at + end.length
    }
    carried = Buffer.from(all.subarray(Math.max(from, all.length - end.length)))
    if (count > 0) onEvents(count)
  })
}

/** What a server used since it was asked last. */
export interface Used {
  /** Microseconds of user and system time. */
  readonly cpu: number
  /** Bytes that its process has now. */
  readonly rss: number
}

/** A server of events in a process of its own. */
export async function startServer(variant: string) {
  const child = fork(new URL('fan-out-process.ts', import.meta.url), [variant], {
    execArgv: process.execArgv,
  })
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    publish: (count: number) => void child.send(count),
    async used(): Promise<Used> {
      child.send(0)
      const [used] = (await once(child, 'message')) as [Used]
      return used
    },
    stop: () => void child.kill(),
  }
}
