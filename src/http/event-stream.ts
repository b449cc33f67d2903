import type { FeedEntry } from '../streams/ring.js'
import type { ReadFrom, StreamFeed, StreamGap } from '../streams/stream-feed.js'
import { positionText } from './position.js'

export interface EventStreamOptions {
  readonly heartbeatMs: number
  readonly maxBufferedBytes: number
  /** Ends the stream. */
  readonly signal?: AbortSignal | undefined
  readonly onEnd: () => void
}

/** The frame of an entry, made once for all readers. */
export type FrameOf = (entry: FeedEntry) => Uint8Array

const comment = Buffer.from(': still here\n\n')
/** Before a client comes back. */
const retryMs = 3000

export function entryFrames(): FrameOf {
  const frames = new WeakMap<FeedEntry, Uint8Array>()
  return (entry) => {
    const known = frames.get(entry)
    if (known !== undefined) return known
    const { epoch } = entry.event
    // Without `event`, so that `onmessage` has them all; the type is in the data.
    const frame = Buffer.from(
      `id: ${positionText({ epoch, sequence: entry.sequence })}\ndata: ${entry.json}\n\n`,
    )
    frames.set(entry, frame)
    return frame
  }
}

/** By the server, for being slow, by the reader. */
type Ending = 'closed' | 'cut' | 'left'

const gapFrame = (gap: StreamGap) =>
  Buffer.from(`id: ${positionText(gap)}\nevent: gap\ndata: ${JSON.stringify(gap)}\n\n`)

/**
 * The events of a stream from a position on, as server-sent events.
 *
 * A reader that takes less than comes is cut off when more than `maxBufferedBytes` wait for it; it comes back with the id of
 * the last event it saw.
 */
export function eventStream(
  feed: StreamFeed,
  stream: string,
  from: ReadFrom,
  frameOf: FrameOf,
  { heartbeatMs, maxBufferedBytes, signal, onEnd }: EventStreamOptions,
): ReadableStream<Uint8Array> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  let most = maxBufferedBytes
  /** Of a reader of the present state: the event that a newer one takes the place of. */
  let held: Uint8Array | undefined
  let wake: (() => void) | undefined
  let end: (how: Ending) => void = () => {}

  const add = (frame: Uint8Array) => {
    waiting.push(frame)
    bytes += frame.byteLength
    if (bytes > most) end('cut')
    else wake?.()
  }

  const addEvent = (frame: Uint8Array) => {
    if (held !== undefined) {
      waiting = waiting.filter((other) => other !== held)
      bytes -= held.byteLength
    }
    if (from.mode === 'cache') held = frame
    add(frame)
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const { recovery, stop } = feed.follow(
          stream,
          { event: (entry) => addEvent(frameOf(entry)), gap: (gap) => add(gapFrame(gap)) },
          from,
        )
        const { gap, entries } = recovery
        const first = { epoch: recovery.epoch, sequence: from.since?.sequence ?? recovery.sequence }
        // An id without data: where to go on from before any event came.
        const start = gap === undefined && entries.length === 0 ? `id: ${positionText(first)}\n` : ''
        const past = [
          Buffer.from(`retry: ${retryMs}\n${start}\n`),
          ...(gap === undefined ? [] : [gapFrame(gap)]),
          ...entries.map(frameOf),
        ]
        // What was missed may be more than may wait: it is handed out as it is read.
        most += past.reduce((sum, { byteLength }) => sum + byteLength, 0)
        for (const frame of past) add(frame)
        const beat = setInterval(() => waiting.length === 0 && add(comment), heartbeatMs)
        beat.unref()
        const close = () => end('closed')
        signal?.addEventListener('abort', close)
        end = (how) => {
          end = () => {}
          stop()
          clearInterval(beat)
          signal?.removeEventListener('abort', close)
          waiting = []
          if (how === 'cut') controller.error(new Error('the reader was slower than the stream'))
          if (how === 'closed') controller.close()
          wake?.()
          onEnd()
        }
        if (signal?.aborted) close()
      },
      async pull(controller) {
        if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
        wake = undefined
        if (waiting.length === 0) return
        held = undefined
        const piece = waiting.length === 1 ? (waiting[0] as Uint8Array) : Buffer.concat(waiting)
        waiting = []
        bytes = 0
        most = maxBufferedBytes
        controller.enqueue(piece)
      },
      cancel() {
        end('left')
      },
    },
    { highWaterMark: 0 },
  )
}
