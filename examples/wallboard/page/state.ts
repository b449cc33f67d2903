import type { Board } from './board.js'

/** What is known of board and connection. Instants are milliseconds of `performance.now()`. */
export interface BoardState {
  readonly board?: Board
  /** When the document came. */
  readonly boardAt?: number
  /** Since when the page waits for a first document. */
  readonly startedAt: number
  /** Undefined while connected, or before the first try. */
  readonly lost?: {
    readonly since: number
    /** No sign of life came for long, so there is no need to wait and see. */
    readonly isSilent: boolean
    readonly retryAt: number
  }
  /** The server wants no more of this client. */
  readonly refused?: { readonly code: number; readonly reason: string }
  /** Events are missing until a document stands behind them. */
  readonly gap?: { readonly since: number; readonly figuresOf: string }
  /** Why the document could not be read. */
  readonly failure?: string
  /** The server asks for a key: for one at all, or for another. */
  readonly key?: 'needed' | 'refused'
}

export type Condition =
  | { readonly kind: 'good' }
  | { readonly kind: 'loading'; readonly reason: string | null }
  | { readonly kind: 'gap'; readonly from: string }
  | { readonly kind: 'stale'; readonly reason: string }
  | { readonly kind: 'lost'; readonly retryAt: number }
  | { readonly kind: 'refused'; readonly code: number; readonly reason: string }

const patientMs = 10_000
const blipMs = 5000
const gapMs = 5000
const graceMs = 30_000

/** The one thing that must be said of the figures. */
export function conditionOf(state: BoardState, now: number): Condition {
  const { board, boardAt = now, lost, refused, gap, failure, startedAt } = state
  if (refused !== undefined) return { kind: 'refused', ...refused }
  if (board === undefined || isFirstReading(board)) {
    const isLong = now - startedAt > patientMs
    const reason = failure ?? (board === undefined ? 'no answer yet' : 'the tenant is being read')
    return { kind: 'loading', reason: isLong ? reason : null }
  }
  if (lost !== undefined && (lost.isSilent || now - lost.since >= blipMs))
    return { kind: 'lost', retryAt: lost.retryAt }
  if (gap !== undefined)
    return now - gap.since <= gapMs
      ? { kind: 'gap', from: gap.figuresOf }
      : { kind: 'stale', reason: failure ?? 'events were missed' }
  const { health } = board
  if (health === null) return { kind: 'good' }
  // A fallback answers in time, but for another tenant.
  if (health.status === 'down')
    return { kind: 'stale', reason: health.reasons[0] ?? 'the tenant cannot be read' }
  const age = (health.ticketsAgeMs ?? 0) + (now - boardAt)
  if (age > 2 * health.updateIntervalMs + graceMs)
    return { kind: 'stale', reason: failure ?? health.reasons[0] ?? 'tickets were not read' }
  return { kind: 'good' }
}

/** Counts of a half-read tenant would be wrong ones. */
const isFirstReading = ({ health }: Board) => health?.phase === 'baseline' || health?.phase === 'idle'
