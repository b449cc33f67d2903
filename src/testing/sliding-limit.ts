const WINDOW_MS = 60_000

/** Counts calls of any 60 seconds. */
export interface SlidingLimit {
  /** Counts a call at `now` and answers true, unless `perMinute` of them were counted in the 60 seconds before. */
  admit(now: number, perMinute: number): boolean
  clear(): void
}

/** Refused calls are not counted: whether they are live is not known. */
export function createSlidingLimit(): SlidingLimit {
  let times: number[] = []
  return {
    admit: (now, perMinute) => {
      if (perMinute === Number.POSITIVE_INFINITY) return true
      const oldest = times.findIndex((time) => time > now - WINDOW_MS)
      times = oldest < 0 ? [] : times.slice(oldest)
      if (times.length >= perMinute) return false
      times.push(now)
      return true
    },
    clear: () => {
      times = []
    },
  }
}
