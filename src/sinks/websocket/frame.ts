import * as ws from 'ws'
import type { FeedEntry } from '../../streams/ring.js'

/** A text message, ready to be sent to any number of clients. */
export interface Frame {
  readonly payload: Buffer
  /** With the header of WebSocket before it, as ws takes it; only where this version of ws lets us write frames. */
  readonly framed: readonly [Buffer] | undefined
}

type Sent = (error?: Error | null) => void

interface FramingSender {
  sendFrame(list: readonly Buffer[], sent?: Sent): void
}
interface Framing {
  frame(data: Buffer, options: object): readonly Buffer[]
}

/** `Sender.frame` of ws, which it exports without documenting it. */
const framing = (ws as { Sender?: Partial<Framing> }).Sender

/** A text frame, unmasked and not compressed: the same bytes for all clients. */
export function frameOf(text: string, preframe: boolean): Frame {
  const payload = Buffer.from(text)
  if (!preframe || typeof framing?.frame !== 'function') return { payload, framed: undefined }
  const options = { fin: true, opcode: 1, mask: false, readOnly: true, rsv1: false }
  const framed = Buffer.concat(framing.frame(payload, options))
  // One copy in memory, however long the entry is kept.
  return { payload: framed.subarray(framed.length - payload.length), framed: [framed] }
}

/** Sends frames in order; `sent` is called once the last is handed to the system, or cannot be. */
export interface FrameSender {
  one(frame: Frame): void
  many(frames: readonly Frame[], sent: Sent): void
}

/** Looks once, when the connection opens, by which way a socket can be written to. */
export function frameSender(socket: ws.WebSocket): FrameSender {
  const sender = senderOf(socket)
  const plain = { binary: false }
  const isOpen = () => socket.readyState === socket.OPEN
  return {
    one({ framed, payload }) {
      if (sender === undefined || framed === undefined || !isOpen()) socket.send(payload, plain, ignore)
      else sender.sendFrame(framed)
    },
    many(frames, sent) {
      const framed = frames.flatMap((frame) => frame.framed ?? [])
      if (sender !== undefined && framed.length === frames.length && isOpen()) {
        sender.sendFrame([Buffer.concat(framed)], sent)
        return
      }
      frames.forEach(({ payload }, index) => {
        socket.send(payload, plain, index === frames.length - 1 ? sent : ignore)
      })
    },
  }
}

/** Without it ws throws for a socket that is not open yet; the `close` event tells what matters. */
const ignore = () => {}

/** The sender is private to ws: taken only while it looks as it does in the versions that were read. */
function senderOf(socket: ws.WebSocket): FramingSender | undefined {
  if (socket.extensions !== '') return undefined
  const sender = (socket as { _sender?: Partial<FramingSender> })._sender
  return typeof sender?.sendFrame === 'function' ? (sender as FramingSender) : undefined
}

/** Frames of events, made once for all readers and kept as long as the entry is. */
export function eventFrames(preframe: boolean): (entry: FeedEntry) => Frame {
  const frames = new WeakMap<FeedEntry, Frame>()
  return (entry) => {
    const known = frames.get(entry)
    if (known !== undefined) return known
    const stream = JSON.stringify(entry.event.stream)
    const frame = frameOf(`{"type":"event","stream":${stream},"event":${entry.json}}`, preframe)
    frames.set(entry, frame)
    return frame
  }
}
