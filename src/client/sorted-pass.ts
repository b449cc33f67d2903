import { IdSet } from './id-set.js'
import type { IncompleteReason, ListPosition } from './pages.js'
import { TieGroup } from './tie-group.js'
import { followingWindow, stepBack, type Window, windowAround } from './windows.js'

/** Falls from row to row in a sorted list; undefined for a row that tells nothing about its place. */
export type Rank = number | undefined

/** After so many steps back a seam is noted as unproven. */
const mostSteps = 14
/** The same rows for another window, so many times in a row: the server repeats itself. */
const mostRepeats = 3

export interface RankedPage {
  readonly keys: readonly (string | undefined)[]
  readonly ranks: readonly Rank[]
  readonly hasMore: boolean
}

export interface Unproven {
  readonly reason: IncompleteReason
  readonly rank: number
}

/** What of a pass must be kept to go on with it later. */
export type Place = Pick<ListPosition, 'boundary' | 'closed' | 'ids' | 'unproven'>

/** Where the next window should start at the latest, and which one that is; undefined at the end. */
export interface Step {
  /** For each key, whether its row is new to this pass. */
  readonly fresh: readonly boolean[]
  readonly next: { readonly target: number; readonly window: Window } | undefined
}

/**
 * One way down a sorted list by the seam rule. Its state is a value: the boundary, the ids that carry it,
 * and the next window as a hint of the place.
 */
export class SortedPass {
  readonly #pageSize: number
  readonly #floor: number
  /** The smallest rank read so far: no row above it is missing. */
  #boundary = Number.POSITIVE_INFINITY
  /** No row at the boundary is missing either. */
  #closed = false
  #idsAtBoundary = new IdSet()
  readonly #unreadable = new IdSet()
  #ties: TieGroup | undefined
  #steps = 0
  #steppedBack = 0
  #repeats = 0
  #last: string | undefined
  unproven: Unproven | undefined

  /**
   * @param floor Rank down to which the pass goes.
   * @param from Where an earlier pass ended.
   */
  constructor(pageSize: number, floor: number = Number.NEGATIVE_INFINITY, from?: Place) {
    this.#pageSize = pageSize
    this.#floor = floor
    if (from === undefined) return
    this.#boundary = from.boundary
    this.#closed = from.closed
    for (const id of from.ids) this.#idsAtBoundary.add(id)
    this.unproven = from.unproven
  }

  get place(): Place {
    const { unproven } = this
    return {
      boundary: this.#boundary,
      closed: this.#closed,
      ids: [...this.#idsAtBoundary],
      ...(unproven !== undefined && { unproven }),
    }
  }

  /** Whether windows may be read ahead now. */
  get isStraight(): boolean {
    return this.#ties === undefined && this.#steps === 0
  }

  onPage(window: Window, page: RankedPage): Step {
    const { keys, ranks, hasMore } = page
    if (keys.length === 0 && hasMore) return this.#endEarly('empty-page', keys)
    if (this.#repeatsItself(keys)) return this.#endEarly('repeated-page', keys)
    if (this.#ties !== undefined) return this.#onTies(this.#ties, window, page)
    const first = ranks.find((rank) => rank !== undefined)
    const proven = window.start === 0 || (first !== undefined && this.#isAbove(first))
    if (!proven && (first !== undefined || keys.length === 0 || !hasMore)) {
      if (++this.#steps <= mostSteps) return { fresh: keys.map(() => false), next: this.#furtherUp(window) }
      this.#note('unproven-seam')
    }
    const fresh = keys.map((key, at) => this.#isFresh(key, ranks[at]))
    const before = this.#boundary
    this.#lower(page)
    return { fresh, next: this.#next(window, page, before) }
  }

  #isAbove(rank: number): boolean {
    return rank > this.#boundary || (this.#closed && rank === this.#boundary)
  }

  #isFresh(key: string | undefined, rank: Rank): boolean {
    if (key === undefined) return true
    if (rank === undefined) return this.#unreadable.add(key)
    if (rank !== this.#boundary) return rank < this.#boundary
    return !this.#closed && this.#idsAtBoundary.add(key)
  }

  #lower({ keys, ranks }: RankedPage): void {
    const last = ranks.findLast((rank) => rank !== undefined)
    if (last === undefined || last >= this.#boundary) return
    this.#boundary = last
    this.#closed = false
    this.#idsAtBoundary = new IdSet()
    for (const [at, key] of keys.entries())
      if (ranks[at] === last && key !== undefined) this.#idsAtBoundary.add(key)
    this.#steps = 0
    this.#steppedBack = 0
  }

  #next(window: Window, { keys, ranks, hasMore }: RankedPage, before: number): Step['next'] {
    if (!hasMore || this.#boundary < this.#floor) return undefined
    const nothingTold = ranks.every((rank) => rank === undefined)
    const anchor = nothingTold
      ? keys.length - 1
      : ranks.findLastIndex((rank) => rank !== undefined && this.#isAbove(rank))
    const target = window.start + Math.max(0, anchor)
    const next = windowAround(target, this.#pageSize)
    const isStuck = next.start === window.start && next.size === window.size
    if (anchor >= 0 && !isStuck) return { target, window: next }
    if (
      ranks.findLast((rank) => rank !== undefined) !== this.#boundary ||
      (this.#closed && before === this.#boundary)
    )
      return at(followingWindow(window))
    this.#ties = new TieGroup(this.#boundary, target, this.#pageSize)
    return at(this.#ties.first())
  }

  #onTies(ties: TieGroup, window: Window, { keys, ranks, hasMore }: RankedPage): Step {
    const fresh = keys.map(
      (key, place) => ranks[place] === this.#boundary && this.#isFresh(key, this.#boundary),
    )
    const more = ties.onPage(window, keys, ranks, hasMore)
    if (more !== undefined) return { fresh, next: at(more) }
    if (!ties.closed) this.#note('unproven-ties')
    this.#ties = undefined
    this.#closed = true
    const end = ranks.lastIndexOf(this.#boundary)
    const target = window.start + Math.max(0, end)
    const isLast = !hasMore && end === keys.length - 1
    return { fresh, next: isLast ? undefined : { target, window: windowAround(target, this.#pageSize) } }
  }

  /** Rows above were removed and the list slid. */
  #furtherUp(window: Window): NonNullable<Step['next']> {
    this.#steppedBack = stepBack(this.#steppedBack, this.#pageSize)
    const target = Math.max(0, window.start - this.#steppedBack)
    return { target, window: windowAround(target, this.#pageSize) }
  }

  #repeatsItself(keys: readonly (string | undefined)[]): boolean {
    const told = keys.join()
    this.#repeats = told === this.#last && this.#ties === undefined ? this.#repeats + 1 : 0
    this.#last = told
    return this.#repeats >= mostRepeats
  }

  #endEarly(reason: 'repeated-page' | 'empty-page', keys: RankedPage['keys']): Step {
    this.#note(reason)
    return { fresh: keys.map(() => false), next: undefined }
  }

  #note(reason: IncompleteReason): void {
    this.unproven ??= { reason, rank: this.#boundary }
  }
}

const at = (window: Window) => ({ target: window.start, window })
