/** Takes one of the commands that a client may send; they come back at a steady rate. */
export function commandBudget(perSecond: number, burst: number, now: () => number): () => boolean {
  let left = burst
  let at = now()
  return () => {
    const present = now()
    left = Math.min(burst, left + ((present - at) * perSecond) / 1000)
    at = present
    if (left < 1) return false
    left--
    return true
  }
}
