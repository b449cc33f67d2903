import { DAY_MS } from '../../values/day.js'
import type { Arrival } from './arrivals.js'
import { MINUTE_MS } from './build.js'
import { addOpenMinutes } from './calendar.js'
import type { Random } from './random.js'
import { targetsOf } from './service-levels.js'

/** What happened to a ticket until the present, as instants. */
export interface Course {
  readonly isOpen: boolean
  readonly status: string
  readonly response: number | null
  readonly responseDue: number
  readonly resolution: number | null
  readonly resolutionDue: number
  /** The requester came back after a first resolution. */
  readonly reopened: number | null
  /** When the status last changed. */
  readonly changed: number
}

/** Share of tickets still open by age in days: tuned so that 15 to 20 % of all are open at the present. */
const openByAge: readonly (readonly [days: number, share: number])[] = [
  [1, 0.8],
  [4, 0.65],
  [8, 0.5],
  [21, 0.28],
  [Number.POSITIVE_INFINITY, 0.085],
]

const openShare = (ageDays: number): number => openByAge.find(([days]) => ageDays < days)?.[1] ?? 0

/** Plays one ticket from its arrival to the present. */
export function courseOf(
  random: Random,
  arrival: Arrival,
  slaName: string | null,
  priority: string | null,
  now: number,
): Course {
  const targets = targetsOf(slaName, priority)
  const after = (minutes: number, from = arrival.at) => addOpenMinutes(arrival.hours, from, minutes)
  const responseDue = after(targets.response)
  const responseShare = random.chance(0.93) ? 0.02 + 0.93 * random.share() ** 2 : 1.05 + 1.5 * random.share()
  const response = after(targets.response * responseShare)
  const ageDays = (now - arrival.at) / DAY_MS
  const times = { response, responseDue, ageDays }
  if (random.chance(openShare(ageDays))) return openCourse(times)

  const waited = random.chance(0.12) ? random.int(60, 3000) : 0
  const due = after(targets.resolution + waited)
  const worked = random.chance(0.915) ? 0.03 + 0.92 * random.share() ** 1.7 : 1.05 + 1.4 * random.share()
  const resolution = Math.max(
    after(targets.resolution * worked + waited),
    Math.min(response, responseDue) + 3 * MINUTE_MS,
  )
  if (resolution >= now) return openCourse(times)
  const reopened = random.chance(0.04) ? arrival.at + (resolution - arrival.at) * 0.7 : null
  const closesAfter = resolution + random.int(1, 5) * DAY_MS
  const isClosed = closesAfter < now && random.chance(0.85)
  return {
    isOpen: false,
    status: isClosed ? 'Closed' : 'Resolved',
    response: Math.floor(Math.min(response, resolution - MINUTE_MS)),
    responseDue,
    resolution,
    resolutionDue: due,
    reopened: reopened === null ? null : Math.floor(reopened),
    changed: isClosed ? closesAfter : resolution,
  }

  function openCourse({ response: answered, responseDue: answerDue, ageDays: age }: typeof times): Course {
    const silent = answered >= now || random.chance(age < 4 ? 0.34 : 0.05)
    const original = after(targets.resolution)
    // Old open tickets wait for somebody: while they do, the clock stands still and the due time moves on.
    const pauses = !silent && (original < now ? random.chance(0.86) : age > 2 && random.chance(0.4))
    const rest = targets.resolution * (0.04 + 0.9 * random.share())
    const status = silent
      ? random.pick(['New', 'New', 'Open'])
      : pauses && random.chance(0.85)
        ? random.weighted(['Waiting on Customer', 'Waiting on third party', 'On Hold'], [55, 25, 20])
        : random.weighted(['In Progress', 'Open', 'Reopened'], [55, 36, 9])
    const isReopened = status === 'Reopened'
    const latest = silent ? arrival.at : answered
    const changed = silent ? arrival.at : latest + Math.floor((now - latest) * random.share() * 0.9)
    return {
      isOpen: true,
      status,
      response: silent ? null : answered,
      responseDue: answerDue,
      resolution: null,
      resolutionDue: pauses ? after(rest, now) : original,
      reopened: isReopened ? changed : null,
      changed,
    }
  }
}
