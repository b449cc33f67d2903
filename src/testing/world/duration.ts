import { DAY_MS } from '../../values/day.js'
import { HOUR_MS, MINUTE_MS } from './build.js'

/** A stretch of time: the sum of its fields, each 0 or more; not beyond ten years. */
export interface Duration {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

const lengths: Readonly<Record<keyof Duration, number>> = {
  days: DAY_MS,
  hours: HOUR_MS,
  minutes: MINUTE_MS,
  seconds: 1000,
}
const names = Object.keys(lengths).join(', ')
const longest = 3653 * DAY_MS

/** Milliseconds of a duration; `caller` begins the message of the TypeError for what is none. */
export function durationMs(caller: string, duration: Duration): number {
  if (typeof duration !== 'object' || duration === null)
    throw new TypeError(
      `${caller}: duration expects an object, received ${duration === null ? 'null' : typeof duration}.`,
    )
  const given = Object.entries(duration).filter(([, value]) => value !== undefined)
  if (given.length === 0) throw new TypeError(`${caller}: duration expects one of ${names}.`)
  let ms = 0
  for (const [name, value] of given) {
    if (!Object.hasOwn(lengths, name))
      throw new TypeError(`${caller}: unknown field ${name}; known are ${names}.`)
    if (typeof value !== 'number' || !(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new TypeError(`${caller}: ${name} expects a number, 0 or more, received ${typeof value}.`)
    ms += value * lengths[name as keyof Duration]
  }
  if (ms > longest) throw new TypeError(`${caller}: duration expects ten years at most.`)
  return Math.round(ms)
}
