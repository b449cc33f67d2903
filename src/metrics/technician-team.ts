import type { Availability } from './availability.js'
import { createAvailabilities } from './availability.js'
import { median } from './quantile.js'
import type { Scope } from './scope.js'
import type { Settings } from './settings.js'
import type { Share } from './share.js'
import type { TechnicianTally } from './technician-tally.js'
import { weightedCount } from './ticket-mix.js'

/** Proportions that are shrunk towards the team's. */
export interface Proportions {
  readonly resolutionSla: Share
  readonly firstResponseSla: Share
  readonly firstContact: Share
  readonly reopened: Share
  readonly timeEntry: Share
}

/** What a technician's figures need of all the others. */
export interface Team {
  readonly pooled: Proportions
  /** Median of K20; null with fewer than three technicians who have one. */
  readonly medianThroughput: number | null
  availability(technicianId: string): Availability | null
}

const leastTeam = 3

export function teamOf(tallies: readonly TechnicianTally[], scope: Scope): Team {
  const { settings, calendars } = scope
  const ofSchedule = createAvailabilities(settings)
  const availability = (id: string) => withoutLeave(id, ofSchedule(calendars.ofTechnician(id)), settings)
  const throughputs = tallies.flatMap(
    (tally) => throughputPerAvailableHour(tally, availability(tally.technicianId), settings) ?? [],
  )
  return {
    pooled: pool(tallies.map(proportionsOf)),
    medianThroughput: throughputs.length < leastTeam ? null : median(throughputs),
    availability,
  }
}

/** Σ T29 of resolved tickets ÷ available hours; null without hours. */
export function throughputPerAvailableHour(
  { tickets }: TechnicianTally,
  availability: Availability | null,
  { thresholds }: Settings,
): number | null {
  if (tickets === null || availability === null || availability.hours === 0) return null
  return weightedCount(tickets.resolvedMix, thresholds.complexityWeight) / availability.hours
}

export function proportionsOf({ tickets }: TechnicianTally): Proportions {
  if (tickets === null) return pool([])
  const { resolution, firstResponse } = tickets
  const slaShare = ({ met, breached }: { met: number; breached: number }) => ({
    known: met + breached,
    yes: met,
  })
  return {
    resolutionSla: slaShare(resolution.outcomes),
    firstResponseSla: slaShare(firstResponse.outcomes),
    firstContact: tickets.isFirstContact,
    reopened: tickets.isReopened,
    timeEntry: tickets.hasTimeEntry,
  }
}

/** (successes + k·team) ÷ (cases + k); null without a case of one's own. */
export function shrunk(own: Share, team: Share, k: number): number | null {
  if (own.known === 0) return null
  return (own.yes + (k * team.yes) / team.known) / (own.known + k)
}

function pool(all: readonly Proportions[]): Proportions {
  const sum = (name: keyof Proportions): Share => ({
    known: all.reduce((count, one) => count + one[name].known, 0),
    yes: all.reduce((count, one) => count + one[name].yes, 0),
  })
  return {
    resolutionSla: sum('resolutionSla'),
    firstResponseSla: sum('firstResponseSla'),
    firstContact: sum('firstContact'),
    reopened: sum('reopened'),
    timeEntry: sum('timeEntry'),
  }
}

function withoutLeave(id: string, offered: Availability | null, { ctx }: Settings): Availability | null {
  if (offered === null) return null
  const leave = ctx.timeOffHoursByTechnicianId
  const hours = leave !== undefined && Object.hasOwn(leave, id) ? (leave[id] ?? 0) : 0
  return { ...offered, hours: Math.max(0, offered.hours - hours) }
}
