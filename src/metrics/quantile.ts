/**
 * Percentile of Hyndman–Fan type 7, the default of R, spreadsheets (PERCENTILE.INC) and SQL (`percentile_cont`).
 *
 * Values sorted, h = (n − 1)p, interpolated between ⌊h⌋ and ⌊h⌋ + 1. Nulls are dropped first. Null without values and
 * for a `p` outside 0 to 1. Below 20 values a p95 is all but the maximum: show n beside it.
 *
 * @example
 * quantile([60, 120, 600], 0.9) // 504
 */
export function quantile(values: readonly (number | null | undefined)[], p: number): number | null {
  const known = values.filter((value) => typeof value === 'number' && !Number.isNaN(value)) as number[]
  return quantileOfSorted(
    known.sort((a, b) => a - b),
    p,
  )
}

/** The same of numbers that are ascending already. */
export function quantileOfSorted(values: readonly number[], p: number): number | null {
  if (values.length === 0 || !(p >= 0 && p <= 1)) return null
  const position = (values.length - 1) * p
  const below = values[Math.floor(position)] as number
  const above = values[Math.ceil(position)] as number
  return above === below ? below : below + (above - below) * (position - Math.floor(position))
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5)
