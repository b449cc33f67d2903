/** Standard normal quantile of 0.975. */
const Z = 1.959963984540054

/**
 * Lower end of the Wilson 95 % interval of `k` successes in `n` tries: what a small sample can vouch for.
 *
 * Null when `n` is 0, and when `k` of `n` is no count.
 *
 * @example
 * wilsonLowerBound(47, 50) // 0.8378…
 * wilsonLowerBound(5, 5) // 0.5655…
 */
export function wilsonLowerBound(k: number, n: number): number | null {
  if (!(n > 0 && k >= 0 && k <= n && Number.isFinite(n))) return null
  const share = k / n
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const lower = (share + (Z * Z) / (2 * n) - spread) / (1 + (Z * Z) / n)
  return k === 0 ? 0 : lower
}
