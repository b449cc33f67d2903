/** An empty bin has no logarithm. */
const LEAST_SHARE = 0.0001
const LEAST_COUNT = 100

/**
 * Population stability index of two histograms over the same bins: Σ (c − r) × ln(c ÷ r), r and c the shares of
 * reference and current, each at least 0.0001.
 *
 * By convention below 0.1 is stable, below 0.25 moderate, else significant. Null with fewer than 100 cases on either
 * side, with unequal numbers of bins, and for a count that is negative or not finite.
 *
 * @example
 * psi([40, 40, 20], [30, 40, 30]) // 0.0693…
 */
export function psi(referenceCounts: readonly number[], currentCounts: readonly number[]): number | null {
  if (referenceCounts.length !== currentCounts.length) return null
  const [reference, current] = [totalOf(referenceCounts), totalOf(currentCounts)]
  if (!(reference >= LEAST_COUNT && current >= LEAST_COUNT)) return null
  let index = 0
  for (const [bin, count] of referenceCounts.entries()) {
    const before = Math.max(count / reference, LEAST_SHARE)
    const after = Math.max((currentCounts[bin] as number) / current, LEAST_SHARE)
    index += (after - before) * Math.log(after / before)
  }
  return Number.isFinite(index) ? index : null
}

/** NaN for counts that are none. */
const totalOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => (count >= 0 && Number.isFinite(count) ? sum + count : Number.NaN), 0)
