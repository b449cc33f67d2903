import type { DisplayIdFormat } from './build.js'
import { wireDay } from './wire-time.js'

/** Number shown to people: day and the running number of that day, or a plain counter from `start` on. */
export function displayIdOf(format: DisplayIdFormat, ms: number, number: number, start: number): string {
  if (format === 'integer') return String(start + number)
  const [year = '', month = '', day = ''] = wireDay(ms).split('-')
  const date = format === 'DDMMYY-NNNN' ? `${day}${month}` : `${month}${day}`
  return `${date}${year.slice(2)}-${String(number).padStart(4, '0')}`
}
