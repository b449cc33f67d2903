/** Cases of which something is known, and those of which it is true. */
export interface Share {
  known: number
  yes: number
}

export const noShare = (): Share => ({ known: 0, yes: 0 })

/** @param sign 1 counts a case, −1 takes it away. */
export function countShare(share: Share, answer: boolean | null, sign: 1 | -1): void {
  if (answer === null) return
  share.known += sign
  if (answer) share.yes += sign
}

export const ratioOf = ({ known, yes }: Share): number | null => ratio(yes, known)

/** Null for an empty denominator: never 0, NaN or Infinity. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Null when either is, or the divisor is 0. */
export const divide = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : ratio(part, whole)

/** Counts per key; a key whose count falls to 0 is gone. */
export function countKey<Key>(counts: Map<Key, number>, key: Key, sign: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + sign
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
