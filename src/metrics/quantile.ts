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
  if (known.length === 0 || !(p >= 0 && p <= 1)) return null
  known.sort((a, b) => a - b)
  const position = (known.length - 1) * p
  const below = known[Math.floor(position)] as number
  const above = known[Math.ceil(position)] as number
  return above === below ? below : below + (above - below) * (position - Math.floor(position))
}
