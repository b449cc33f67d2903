const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * Waits before the second, third … delivery of an event, in ms; after the last one it is a dead letter.
 * @see https://docs.svix.com/retries
 */
export const usualSchedule: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  10 * hour,
]

const jitter = 0.2

/**
 * Milliseconds to wait after a failed delivery, ± 20 %; undefined when none is left.
 *
 * @param failures Deliveries that failed, this one included.
 * @param atLeastMs What the sink asked for; the schedule decides when that is longer.
 */
export function retryDelay(
  schedule: readonly number[],
  failures: number,
  atLeastMs = 0,
  random: () => number = Math.random,
): number | undefined {
  const base = schedule[failures - 1]
  if (base === undefined) return undefined
  return Math.max(atLeastMs, base * (1 - jitter + 2 * jitter * random()))
}
