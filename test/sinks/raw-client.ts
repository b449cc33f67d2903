import type { ServerFrame } from '@superhack/superops/streams'
import { type ClientOptions, WebSocket } from 'ws'
import { isDescribed } from './protocol-schema.js'

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { readonly type: Type }>

/** A bare client of ws that keeps every frame, each held against the published schema. */
export interface RawClient {
  readonly socket: WebSocket
  readonly frames: readonly ServerFrame[]
  readonly closed: Promise<string>
  /** Sends a frame, or a text as it is. */
  send(frame: object | string): void
  /** The next frame of a type that was not asked for before. */
  next<Type extends ServerFrame['type']>(type: Type): Promise<FrameOf<Type>>
  /** Everything that was received once `count` events are there. */
  events(count: number): Promise<readonly string[]>
}

/** Rejects with the status of an upgrade that is refused, as `HTTP 403 origin not allowed`. */
export function connect(url: string, options: ClientOptions = {}, protocol = 'superops.stream.v1') {
  const socket = new WebSocket(url, protocol, options)
  const frames: ServerFrame[] = []
  const taken = new Set<ServerFrame>()
  let waiting: (() => void)[] = []
  const wakeUp = () => {
    const all = waiting
    waiting = []
    for (const wake of all) wake()
  }
  const until = async <T>(find: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      if (socket.readyState === WebSocket.CLOSED) throw new Error(`closed after ${frames.length} frames`)
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame
    if (!isDescribed('server', frame)) throw new Error(`asyncapi.yaml does not describe ${String(data)}`)
    frames.push(frame)
    wakeUp()
  })
  const closed = new Promise<string>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve(`${code} ${reason}`)
      wakeUp()
    })
  })
  const client: RawClient = {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    next: (type) =>
      until(() => {
        const found = frames.find(
          (frame): frame is FrameOf<typeof type> => frame.type === type && !taken.has(frame),
        )
        if (found !== undefined) taken.add(found)
        return found
      }),
    events: (count) =>
      until(() => {
        const events = frames.filter((frame) => frame.type === 'event')
        if (events.length < count) return undefined
        return frames.flatMap((frame) => {
          if (frame.type === 'event') return [frame.event.sequence]
          return frame.type === 'gap' ? [`${frame.reason} ${frame.lost.from}-${frame.lost.to}`] : []
        })
      }),
  }
  return new Promise<RawClient>((resolve, reject) => {
    socket.on('open', () => resolve(client))
    socket.on('unexpected-response', (_, response) => {
      let body = ''
      response.on('data', (piece) => {
        body += piece
      })
      response.on('end', () => reject(new Error(`HTTP ${response.statusCode} ${body}`)))
    })
    socket.on('error', reject)
  })
}
