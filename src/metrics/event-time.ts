import type { Settings } from './settings.js'
import { instantOf } from './timestamp.js'

/** An event cannot lie in the future: within the skew it is now, beyond it is none (NaN). */
export function eventTime(value: unknown, { zone, now, skew }: Settings): number {
  const ms = instantOf(value, zone)
  return ms <= now ? ms : ms <= now + skew ? now : Number.NaN
}

/** The time of an event as it is written, also one of the future; the past, which is most of all, is not parsed again. */
export function writtenTime(event: number, value: unknown, { zone, now }: Settings): number {
  return event < now ? event : instantOf(value, zone)
}
