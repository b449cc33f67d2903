import { parseInstant } from '../../values/instant.js'
import { wireDay } from './wire-time.js'

/** First instant (UTC) of the month of `ms`, moved by `months`. */
export function firstOfMonth(ms: number, months: number): number {
  const [year = 0, month = 1] = wireDay(ms).split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const text = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01T00:00:00`
  return parseInstant(text)
}
