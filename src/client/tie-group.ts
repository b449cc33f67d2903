import { IdSet } from './id-set.js'
import type { Rank } from './sorted-pass.js'
import { stepBack, type Window, windowAround } from './windows.js'

/** Readings of one group, and steps in search of it, before it is left unproven. */
const mostRounds = 14

/**
 * Rows of one rank that fill more than a window. Their order may be another in each answer, so the group is
 * read again in other cuts until as many different ids were seen as it has places, twice the same.
 */
export class TieGroup {
  readonly #rank: number
  readonly #pageSize: number
  #ids = new IdSet()
  #rounds = 0
  #strays = 0
  #steppedBack = 0
  /** Place of the group's first row in this round; undefined until seen. */
  #start: number | undefined
  /** Places of the group when all of them were seen last; undefined when some were not. */
  #agreed: number | undefined
  #from: number
  closed = false

  constructor(rank: number, from: number, pageSize: number) {
    this.#rank = rank
    this.#from = from
    this.#pageSize = pageSize
  }

  first(): Window {
    this.#start = undefined
    // A smaller largest window makes other cuts.
    const largest = this.#pageSize - (this.#rounds % Math.ceil(this.#pageSize / 4))
    return windowAround(Math.max(0, this.#from), largest)
  }

  /** The window to read next; undefined when the group is closed or given up. */
  onPage(
    window: Window,
    keys: readonly (string | undefined)[],
    ranks: readonly Rank[],
    hasMore: boolean,
  ): Window | undefined {
    const at = ranks.indexOf(this.#rank)
    const below = ranks.findIndex((rank) => rank !== undefined && rank < this.#rank)
    for (const [index, key] of keys.entries())
      if (ranks[index] === this.#rank && key !== undefined) this.#ids.add(key)
    if (this.#start === undefined) {
      const seesStart = window.start === 0 ? at >= 0 || below >= 0 : at > 0
      if (!seesStart) return this.#search(window, keys.length, at === 0 || below >= 0 || keys.length === 0)
      this.#start = window.start + (at >= 0 ? at : below)
      this.#from = this.#start - 1
    }
    if (below < 0 && hasMore && keys.length > 0)
      return windowAround(window.start + keys.length - 1, this.#pageSize)
    return this.#endRound(window.start + (below < 0 ? keys.length : below) - this.#start)
  }

  /** The list moved under the group: look for its first row elsewhere. */
  #search(window: Window, length: number, isBehind: boolean): Window | undefined {
    if (++this.#strays > mostRounds) return undefined
    this.#steppedBack = isBehind ? stepBack(this.#steppedBack, this.#pageSize) : 0
    this.#from = isBehind ? window.start - this.#steppedBack : window.start + length - 1
    return this.first()
  }

  #endRound(places: number): Window | undefined {
    const all = this.#ids.size === places
    this.closed = all && this.#agreed === places
    this.#agreed = all ? places : undefined
    // More ids than places: rows left the group, and those counted prove nothing.
    if (this.#ids.size > places) this.#ids = new IdSet()
    this.#rounds++
    return this.closed || this.#rounds >= mostRounds ? undefined : this.first()
  }
}
