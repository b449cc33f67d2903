import type { ClientSite } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { type Build, MINUTE_MS } from './build.js'
import { type OpeningHours, weekdayOf } from './calendar.js'
import type { Random } from './random.js'
import { openingHoursOf } from './service-levels.js'

/** When and where a ticket comes in. */
export interface Arrival {
  readonly at: number
  readonly site: ClientSite
  readonly hours: OpeningHours
}

export const windowDays = 75
/** Mondays are the busiest; weekends keep what servers and night owls send. */
const weekdayWeights = [1, 0.88, 0.8, 0.8, 0.72, 0.12, 0.08] as const

/** Arrivals of the 75 days before the present, oldest first, by the office hours of the sites they come from. */
export function arrivalsOf({ tables, random, options, now }: Build): Arrival[] {
  const hours = new Map(tables.ClientSite.rows.map((site) => [site, openingHoursOf(site)]))
  // Clients differ in size: a site stands in the draw as often as its weight says.
  const draw = tables.ClientSite.rows.flatMap((site) =>
    new Array<ClientSite>(random.weighted([1, 3, 6, 12], [4, 3, 2, 1])).fill(site),
  )
  const arrivals: Arrival[] = []
  for (let count = 0; count < options.tickets; count++) {
    const site = random.pick(draw)
    const own = hours.get(site) ?? openingHoursOf(site)
    arrivals.push({ at: arrivalTime(random, own, now), site, hours: own })
  }
  return arrivals.sort((left, right) => left.at - right.at)
}

function arrivalTime(random: Random, hours: OpeningHours, now: number): number {
  const today = Math.floor(hours.zone.wallAt(now) / DAY_MS)
  for (let attempt = 0; attempt < 50; attempt++) {
    const day = today - random.int(0, windowDays)
    if (!random.chance(weekdayWeights[weekdayOf(day)] ?? 1)) continue
    const at =
      hours.zone.toUtc(day * DAY_MS + minuteOfDay(random, hours, day) * MINUTE_MS) + random.int(0, 59) * 1000
    if (at < now - MINUTE_MS) return at + (random.chance(0.6) ? random.int(1, 999) : 0)
  }
  return now - random.int(2, 2 * 24 * 60) * MINUTE_MS
}

/** Most come between opening and closing, with a peak in the first half. */
function minuteOfDay(random: Random, hours: OpeningHours, day: number): number {
  const range = hours.days[weekdayOf(day)]
  if (range === undefined || random.chance(0.12)) return random.int(0, 24 * 60 - 1)
  const length = range[1] - range[0]
  return range[0] + Math.floor(Math.min(random.share(), random.share() * 1.6) * length)
}
