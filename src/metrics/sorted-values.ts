import { MINUTE_MS } from '../values/day.js'
import { quantileOfSorted } from './quantile.js'

const ascending = (a: number, b: number): number => a - b

/**
 * Numbers in ascending order that come and go.
 *
 * Changes wait unsorted until somebody asks, so that filling it costs one sort, and a change next to nothing.
 */
export class SortedValues {
  #sorted: number[] = []
  #coming: number[] = []
  #leaving: number[] = []

  add(value: number): void {
    this.#coming.push(value)
  }

  /** Takes away one occurrence of a value that was added before. */
  remove(value: number): void {
    this.#leaving.push(value)
    if (this.#leaving.length >= most) this.values()
  }

  get count(): number {
    return this.#sorted.length + this.#coming.length - this.#leaving.length
  }

  /** Ascending; not to be changed. */
  values(): readonly number[] {
    const changes = this.#coming.length + this.#leaving.length
    if (changes === 0) return this.#sorted
    if (changes <= few) {
      for (const value of this.#coming) this.#sorted.splice(firstAtLeast(this.#sorted, value), 0, value)
      for (const value of this.#leaving) this.#sorted.splice(firstAtLeast(this.#sorted, value), 1)
    } else this.#sorted = without(this.#sorted.concat(this.#coming).sort(ascending), this.#leaving)
    this.#coming = []
    this.#leaving = []
    return this.#sorted
  }
}

/** Up to so many are put in place one by one. */
const few = 8
/** So many may wait: they take memory until somebody asks. */
const most = 1000

function without(sorted: number[], leaving: number[]): number[] {
  if (leaving.length === 0) return sorted
  leaving.sort(ascending)
  let at = 0
  return sorted.filter((value) => {
    const isLeaving = value === leaving[at]
    if (isLeaving) at += 1
    return !isLeaving
  })
}

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
