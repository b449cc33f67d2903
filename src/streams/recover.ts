import type { Ring } from './ring.js'
import type { GapReason, Position, ReadFrom, Recovery } from './stream-feed.js'

export interface Recoverable {
  readonly stream: string
  readonly epoch: string
  readonly ring: Ring
  /** Most events of one recovery. */
  readonly limit: number
}

/** Decides what a reader gets that stands at `since`: never a part of what it missed. */
export function recover(source: Recoverable, { since, mode = 'stream' }: ReadFrom = {}): Recovery {
  const { epoch, ring } = source
  const stand = { epoch, sequence: ring.top, oldest: ring.oldest, wasRecovering: since !== undefined }
  if (mode === 'cache') {
    const { latest } = ring
    const isThere = since !== undefined && since.epoch === epoch && since.sequence === latest?.sequence
    const entries = latest === undefined || isThere ? [] : [latest]
    return { ...stand, recovered: latest !== undefined, entries }
  }
  if (since === undefined) return { ...stand, recovered: false, entries: [] }
  const reason = gapReason(source, since)
  if (reason === undefined) return { ...stand, recovered: true, entries: ring.after(since.sequence) }
  const isKnown = reason === 'trimmed' || reason === 'limit'
  const lost = { from: since.sequence + 1, to: isKnown ? ring.top : null }
  const gap = { stream: source.stream, epoch, lost, sequence: ring.top, reason }
  return { ...stand, recovered: false, entries: [], gap }
}

function gapReason({ epoch, ring, limit }: Recoverable, since: Position): GapReason | undefined {
  if (since.epoch !== epoch) return 'epoch_changed'
  if (since.sequence > ring.top) return 'ahead'
  if (since.sequence === ring.top) return undefined
  if (since.sequence + 1 < ring.oldest) return 'trimmed'
  return ring.top - since.sequence > limit ? 'limit' : undefined
}
