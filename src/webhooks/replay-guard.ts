import { atLeast } from '../option-checks.js'

/**
 * Remembers which webhooks were handled. One of your own, on Redis for instance, lets several processes share it:
 * `claim` is then `SET key 1 NX PX 600000`.
 */
export interface ReplayGuard {
  /** True once per id and window: who gets it handles the webhook. */
  claim(id: string): boolean | Promise<boolean>
  /** The webhook was not handled after all, and may come again. */
  release(id: string): void | Promise<void>
}

export interface ReplayGuardOptions {
  /** Twice the tolerance of timestamps at least, since clocks may differ both ways. @defaultValue 600 000 */
  readonly windowMs?: number
  /** The oldest give way, and could be replayed then. @defaultValue 100 000 */
  readonly maxEntries?: number
  /** Epoch milliseconds. @defaultValue Date.now */
  readonly now?: () => number
}

/**
 * Keeps the ids of one process in memory.
 *
 * @throws TypeError naming the option that does not fit
 */
export function replayGuard(options: ReplayGuardOptions = {}): ReplayGuard {
  const windowMs = atLeast('windowMs', options.windowMs ?? 600_000, 1)
  const maxEntries = atLeast('maxEntries', options.maxEntries ?? 100_000, 1)
  const { now = Date.now } = options
  /** When each was claimed; the oldest comes first. */
  const claimed = new Map<string, number>()
  const forget = (time: number) => {
    for (const [id, since] of claimed) {
      if (time - since <= windowMs && claimed.size <= maxEntries) return
      claimed.delete(id)
    }
  }
  return {
    claim(id) {
      const time = now()
      forget(time)
      if (claimed.has(id)) return false
      claimed.set(id, time)
      forget(time)
      return true
    },
    release: (id) => void claimed.delete(id),
  }
}
