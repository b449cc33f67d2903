import type { StreamEvent } from '../streams/event.js'
import type { GapFrame, SubscribedFrame, SubscriptionRequest } from '../streams/protocol.js'
import type { Position } from '../streams/stream-feed.js'

/** Where a reader stands in one stream. */
export interface TrackedStream {
  readonly position: Position | undefined
  /** The request to go on. */
  request(): SubscriptionRequest
  subscribed(frame: SubscribedFrame): void
  /** `new`: to be told; `known`: was told before; `hole`: something before it is missing. */
  event(event: StreamEvent): 'new' | 'known' | 'hole'
  gap(frame: GapFrame): void
  skip(sequence: number): void
  /** Whether the server stands where this reader does; false means that something was lost. */
  isInStep(sequence: number): boolean
}

/** Checks that nothing is lost on the way, as far as a filter lets it be seen. */
export function trackedStream(initial: SubscriptionRequest): TrackedStream {
  const { filter, mode, since, stream } = initial
  const isPartial = filter !== undefined
  const isCache = mode === 'cache'
  let position = since
  /** The past that is on its way, and where the reader stands once it came. */
  let replay: { left: number; readonly until: Position } | undefined
  /** Between a request and its answer events may still come by the old subscription. */
  let isAsking = false

  const advance = (sequence: number) => {
    if (position !== undefined && sequence > position.sequence) position = { ...position, sequence }
  }
  return {
    get position() {
      return position
    },
    request() {
      isAsking = true
      replay = undefined
      return { ...initial, ...(position !== undefined && { since: position }), stream }
    },
    subscribed({ epoch, recovered, replayed, sequence, wasRecovering }) {
      isAsking = false
      const until = { epoch, sequence }
      replay = replayed > 0 ? { left: replayed, until } : undefined
      // A gap that follows says itself where to go on.
      if (replay === undefined && (recovered || !wasRecovering || isCache)) position = until
    },
    event({ epoch, sequence: text }) {
      if (isAsking) return 'known'
      const sequence = Number(text)
      const isSameEpoch = epoch === position?.epoch
      if (isSameEpoch && sequence <= (position?.sequence ?? 0)) return 'known'
      const isNext = isSameEpoch && (isPartial || sequence === (position?.sequence ?? 0) + 1)
      if (!isCache && !isNext) return 'hole'
      position = { epoch, sequence }
      if (replay !== undefined && --replay.left === 0) {
        position = replay.until
        replay = undefined
      }
      return 'new'
    },
    gap({ epoch, sequence }) {
      replay = undefined
      position = { epoch, sequence }
    },
    skip: advance,
    isInStep(sequence) {
      if (isAsking || replay !== undefined) return true
      if (isPartial || isCache) advance(sequence)
      return (position?.sequence ?? 0) >= sequence
    },
  }
}
