import { MINUTE_MS } from '../values/day.js'
import { quantileOfSorted } from './quantile.js'

/**
 * Numbers in ascending order that come and go.
 *
 * New ones wait unsorted until somebody asks, so that filling it costs one sort and a change a binary search.
 */
export class SortedValues {
  #sorted: number[] = []
  #waiting: number[] = []

  add(value: number): void {
    this.#waiting.push(value)
  }

  /** Takes one occurrence away; nothing happens when there is none. */
  remove(value: number): void {
    const values = this.values()
    const at = firstAtLeast(values, value)
    if (values[at] === value) this.#sorted.splice(at, 1)
  }

  get count(): number {
    return this.#sorted.length + this.#waiting.length
  }

  /** Ascending; not to be changed. */
  values(): readonly number[] {
    if (this.#waiting.length === 0) return this.#sorted
    if (this.#waiting.length <= few) {
      for (const value of this.#waiting) this.#sorted.splice(firstAtLeast(this.#sorted, value), 0, value)
    } else this.#sorted = this.#sorted.concat(this.#waiting).sort((a, b) => a - b)
    this.#waiting = []
    return this.#sorted
  }
}

/** Up to so many are put in place one by one. */
const few = 8

/** Position of the first of ascending values that is at least `value`. */
export function firstAtLeast(values: readonly number[], value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Sum in ascending order, so that it does not depend on the order in which values came. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Percentile of type 7 of milliseconds, in minutes; null without values. */
export function percentileMinutes(values: SortedValues | undefined, p: number): number | null {
  const ms = values === undefined ? null : quantileOfSorted(values.values(), p)
  return ms === null ? null : ms / MINUTE_MS
}

/** Mean of ascending values; null without values. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sumOf(values) / values.length

/** Mean of milliseconds, in minutes; null without values. */
export function meanMinutes(values: SortedValues | undefined): number | null {
  const ms = values === undefined ? null : meanOf(values.values())
  return ms === null ? null : ms / MINUTE_MS
}
