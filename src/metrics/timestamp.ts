import { parseInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import { requireZone } from './check.js'

/**
 * Epoch milliseconds of `YYYY-MM-DDTHH:mm[:ss[.f{1,9}]][Z|±HH:MM]`, null for anything else.
 *
 * A text without offset is a wall clock of `sourceTimeZone`: inside a spring gap it moves forward by the gap, an
 * ambiguous autumn time is the earlier instant. Month lengths are checked, hour 24 and second 60 are refused.
 *
 * @defaultValue sourceTimeZone 'UTC'
 * @example
 * parseTimestamp('2024-03-31T02:30', 'Europe/Berlin') // 1711848600000, which is 2024-03-31T01:30:00.000Z
 * parseTimestamp('2024-02-30T00:00') // null
 */
export function parseTimestamp(text: unknown, sourceTimeZone = 'UTC'): number | null {
  const zone = requireZone('sourceTimeZone', sourceTimeZone)
  const ms = instantOf(text, zone)
  return Number.isNaN(ms) ? null : ms
}

/** Epoch ms of a field of a record, NaN for what is no time. */
export function instantOf(value: unknown, zone: Zone | undefined): number {
  return typeof value === 'string' ? parseInstant(value, zone) : Number.NaN
}
