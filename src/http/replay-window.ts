/** Twice the tolerance of signatures, since clocks may be ahead by as much as behind. */
const windowMs = 600_000
const mostIds = 100_000

/** Ids of messages that came before; the oldest are forgotten first. */
export function replayWindow(now: () => number = Date.now) {
  const seen = new Map<string, number>()
  return {
    has: (id: string): boolean => now() - (seen.get(id) ?? Number.NEGATIVE_INFINITY) < windowMs,
    add(id: string): void {
      const present = now()
      // A message that comes again counts from its first time.
      if (present - (seen.get(id) ?? Number.NEGATIVE_INFINITY) < windowMs) return
      seen.delete(id)
      seen.set(id, present)
      for (const [old, at] of seen) {
        if (present - at < windowMs && seen.size <= mostIds) break
        seen.delete(old)
      }
    },
  }
}
