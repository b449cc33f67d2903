import type { ClientSite } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { type Build, HOUR_MS, MINUTE_MS } from './build.js'
import { type OpeningHours, openRange, weekdayOf } from './calendar.js'
import type { Random } from './random.js'

/** When and where a ticket comes in. */
export interface Arrival {
  readonly at: number
  readonly site: ClientSite
  readonly hours: OpeningHours
}

export interface Arrivals {
  /** Those of the 75 days before the present, as many as were asked for, oldest first. */
  past(): Arrival[]
  /** Plans those to come, a day at a time. */
  plan(arrive: (arrival: Arrival) => void): void
}

const windowDays = 75
/** Mondays are the busiest. */
const weekdayWeights = [1, 0.88, 0.8, 0.8, 0.72, 0.4, 0.6] as const
/** Weekends and holidays keep what servers and night owls send. */
const closedWeight = 0.08
/** Somewhere east of UTC a local day begins so much earlier. */
const earliestDawn = 14 * HOUR_MS

/** Tickets come by the office hours, weekdays and holidays of the sites they come from. */
export function createArrivals(build: Build): Arrivals {
  const { tables, random, options, now: start } = build
  // Clients differ in size: a site stands in the draw as often as its weight says.
  const draw = tables.ClientSite.rows.flatMap((site) =>
    new Array<ClientSite>(random.weighted([1, 3, 6, 12], [4, 3, 2, 1])).fill(site),
  )

  const drawsPerDay = ((options.tickets / windowDays) * 7) / weekOfDraws

  function past(): Arrival[] {
    const arrivals: Arrival[] = []
    for (let count = 0; count < options.tickets; count++) {
      const site = random.pick(draw)
      const hours = build.hoursOf(site)
      arrivals.push({ at: pastTime(random, hours, start), site, hours })
    }
    return arrivals.sort((left, right) => left.at - right.at)
  }

  function plan(arrive: (arrival: Arrival) => void): void {
    function scatter(day: number): void {
      const draws = Math.floor(drawsPerDay) + (random.chance(drawsPerDay % 1) ? 1 : 0)
      for (let count = 0; count < draws; count++) {
        const site = random.pick(draw)
        const hours = build.hoursOf(site)
        const at = timeOn(random, hours, day)
        if (at === undefined || at <= build.now) continue
        build.agenda.add(at, () => {
          if (tables.ClientSite.get(site.id) === site) arrive({ at: build.now, site, hours })
        })
      }
    }

    function planDay(day: number): void {
      build.agenda.add(day * DAY_MS - earliestDawn, () => {
        scatter(day)
        planDay(day + 1)
      })
    }

    // Days that have begun somewhere, and are not over everywhere.
    const next = Math.floor((start + earliestDawn) / DAY_MS) + 1
    for (const day of [next - 3, next - 2, next - 1]) scatter(day)
    planDay(next)
  }

  return { past, plan }
}

const weekOfDraws = [0, 1, 2, 3, 4].reduce((sum, day) => sum + (weekdayWeights[day] ?? 0), 2 * closedWeight)

/** A time on a local day, undefined when the day's weight says no. */
function timeOn(random: Random, hours: OpeningHours, day: number): number | undefined {
  const range = hours.always ? wholeDay : openRange(hours, day)
  const weight = range === undefined ? closedWeight : (weekdayWeights[weekdayOf(day)] ?? 1)
  if (!random.chance(weight)) return undefined
  const minute = minuteOfDay(random, range)
  const second = random.int(0, 59) * 1000 + (random.chance(0.6) ? random.int(1, 999) : 0)
  return hours.zone.toUtc(day * DAY_MS + minute * MINUTE_MS) + second
}

const wholeDay = [0, 24 * 60] as const

function pastTime(random: Random, hours: OpeningHours, now: number): number {
  const today = Math.floor(hours.zone.wallAt(now) / DAY_MS)
  for (let attempt = 0; attempt < 50; attempt++) {
    const at = timeOn(random, hours, today - random.int(0, windowDays))
    if (at !== undefined && at < now - MINUTE_MS) return at
  }
  return now - random.int(2, 2 * 24 * 60) * MINUTE_MS
}

/** Most come between opening and closing, with a peak in the morning, a smaller one after noon and a dip between. */
function minuteOfDay(random: Random, range: readonly [number, number] | undefined): number {
  if (range === undefined || random.chance(0.1)) return random.int(0, 24 * 60 - 1)
  const peak = (random.share() + random.share()) / 2
  const share = random.chance(0.6) ? peak * 0.5 : 0.45 + peak * 0.55
  return range[0] + Math.floor(share * (range[1] - range[0]))
}
