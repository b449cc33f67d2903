import type { WebSocket } from 'ws'
import { type Frame, frameSender } from './frame.js'

/** Bytes that are handed to a socket at once while it is given history. */
const pieceOf = (maxBufferedBytes: number) => maxBufferedBytes / 4
/** Of history that waits; the frames are shared by all clients. */
const maxQueued = 20_000

export interface Outgoing {
  /** Sends a frame in order; false when the client is too slow for it. */
  post(frame: Frame): boolean
  /** Sends many, no faster than the client reads; false when too many wait already. */
  replay(frames: readonly Frame[]): boolean
  /**
   * Sends a frame that takes the place of an earlier one of its name: of each name at most one is on its way and one
   * waits, however slow the client is. `leaves` is called when it is handed to the socket, which it may never be.
   */
  replace(name: string, frame: Frame, leaves: () => void): void
  /** Whether a frame of this name waits. */
  holds(name: string): boolean
  /** Takes back the frame of this name that waits. */
  drop(name: string): void
  /** Whether everything was handed to the socket. */
  readonly isIdle: boolean
  /** When the client last took something of what waits. */
  readonly progressAt: number
}

/**
 * What is on its way to one client. Live frames go straight to the socket within the bound on what it holds back.
 * History may be larger than the bound: it waits here, by reference, and so does what comes after it.
 */
export function outgoing(socket: WebSocket, maxBufferedBytes: number, now: () => number): Outgoing {
  const send = frameSender(socket)
  const queue: Frame[] = []
  const latest = new Map<string, { readonly frame: Frame; readonly leaves: () => void }>()
  const underWay = new Set<string>()
  let liveBytes = 0
  let isWriting = false
  let progressAt = 0

  const pump = () => {
    if (isWriting || queue.length === 0) return
    let bytes = 0
    let count = 0
    for (const { payload } of queue) {
      if (count > 0 && bytes + payload.length > pieceOf(maxBufferedBytes)) break
      bytes += payload.length
      count++
    }
    isWriting = true
    send.many(queue.splice(0, count), (error) => {
      isWriting = false
      if (error) return
      progressAt = now()
      if (queue.length === 0) liveBytes = 0
      pump()
      for (const name of latest.keys()) sendLatest(name)
    })
  }
  const sendLatest = (name: string) => {
    const next = latest.get(name)
    if (next === undefined || underWay.has(name) || queue.length > 0) return
    latest.delete(name)
    underWay.add(name)
    next.leaves()
    send.many([next.frame], () => {
      underWay.delete(name)
      sendLatest(name)
    })
  }

  return {
    post(frame) {
      const { length } = frame.payload
      if (queue.length > 0) {
        liveBytes += length
        queue.push(frame)
        return liveBytes <= maxBufferedBytes
      }
      const { bufferedAmount } = socket
      // Nothing waiting: even a frame above the bound has to get through some time.
      if (bufferedAmount > 0 && bufferedAmount + length > maxBufferedBytes) return false
      send.one(frame)
      return true
    },
    replay(frames) {
      if (queue.length + frames.length > maxQueued) return false
      queue.push(...frames)
      progressAt = now()
      pump()
      return true
    },
    replace(name, frame, leaves) {
      latest.set(name, { frame, leaves })
      sendLatest(name)
    },
    holds: (name) => latest.has(name),
    drop: (name) => void latest.delete(name),
    get isIdle() {
      return queue.length === 0
    },
    get progressAt() {
      return progressAt
    },
  }
}
