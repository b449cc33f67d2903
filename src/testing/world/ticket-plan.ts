import { DAY_MS } from '../../values/day.js'
import type { Arrival } from './arrivals.js'
import { addOpenMinutes, isOpenAt, openMinutesPerDay } from './calendar.js'
import type { Random } from './random.js'
import type { Targets } from './service-levels.js'

export type StepKind =
  | 'assign'
  | 'respond'
  | 'ask'
  | 'answer'
  | 'note'
  | 'work'
  | 'wait'
  | 'resume'
  | 'resolve'
  | 'reopen'
  | 'close'
  | 'delete'

/** One thing that happens to a ticket. */
export interface Step {
  readonly at: number
  readonly kind: StepKind
  /** Status it leads to. */
  readonly status?: string
  /** Resolution due from then on: what stops the clock moves it on. */
  readonly due?: number
}

type Draft = Omit<Step, 'at' | 'due'> & {
  /** Open minutes since the arrival. */
  readonly minute: number
  /** Open minutes that the resolution due lies after the arrival from then on. */
  readonly dueMinute?: number
}

const holds = ['Waiting on Customer', 'Waiting on third party', 'On Hold'] as const

/**
 * The whole course of a ticket after its arrival, in order of time.
 *
 * Of ten tickets nine are answered and resolved in time; one in five waits for somebody for weeks, so that about a
 * sixth of 75 days' tickets is open at any moment.
 */
export function planTicket(random: Random, arrival: Arrival, targets: Targets): Step[] {
  const { hours } = arrival
  const perDay = openMinutesPerDay(hours)
  const drafts: Draft[] = []
  const add = (minute: number, kind: StepKind, more: Omit<Draft, 'minute' | 'kind'> = {}) =>
    drafts.push({ minute, kind, ...more })

  const inTime = random.chance(0.96)
  const forgotten = random.chance(0.05) ? random.int(1, 25) * perDay : 0
  const responseShare = inTime ? 0.02 + 0.93 * random.share() ** 2 : 1.05 + 1.5 * random.share()
  const response = targets.response * responseShare + forgotten
  if (random.chance(0.008)) {
    add(response * 0.5, 'delete')
    return timed(arrival, drafts)
  }
  if (random.chance(0.6)) add(response * random.share(), 'assign', { status: 'Open' })
  add(response, 'respond', { status: random.weighted(['In Progress', 'Open'], [62, 38]) })

  const stalled = random.chance(0.012) ? random.int(5, 40) * perDay : 0
  const share = random.chance(0.94) ? 0.03 + 0.92 * random.share() ** 1.7 : 1.05 + 1.4 * random.share()
  const worked = Math.max(targets.resolution * share + stalled, response + 5 + 40 * random.share())

  const length = random.weighted(['none', 'short', 'long'], [68, 12, 20])
  const waitFrom = response + (worked - response) * random.share()
  const wait =
    length === 'none'
      ? 0
      : length === 'short'
        ? random.int(60, 1500)
        : (4 + 120 * random.share() ** 1.4) * perDay
  /** Work minutes as open minutes: nothing is done while the ticket waits. */
  const active = (minute: number) => (minute < waitFrom ? minute : minute + wait)
  let due = targets.resolution
  if (wait > 0) {
    const status = random.weighted(holds, [55, 25, 20])
    if (status === 'Waiting on Customer') add(waitFrom, 'ask')
    add(waitFrom, 'wait', { status, ...(waitFrom < due && { dueMinute: due + wait }) })
    if (waitFrom < due) due += wait
    if (status === 'Waiting on Customer') add(waitFrom + wait, 'answer')
    add(waitFrom + wait, 'resume', { status: 'In Progress' })
  }
  const during = () => active(response + (worked - response) * random.share())
  for (let count = random.weighted([0, 1, 2, 4], [40, 30, 20, 10]); count > 0; count--)
    add(during(), random.chance(0.5) ? 'answer' : 'ask')
  for (let count = random.weighted([0, 1, 2], [60, 28, 12]); count > 0; count--) add(during(), 'note')
  for (let count = random.weighted([1, 2, 3, 4, 6], [22, 28, 26, 16, 8]); count > 0; count--)
    add(during(), 'work')

  let end = worked + wait
  add(end, 'resolve', { status: 'Resolved' })
  if (random.chance(0.04)) {
    const gap = random.int(30, 1440)
    const again = targets.resolution * 0.5
    // Once broken, a promise stays broken.
    add(end + gap, 'reopen', { status: 'Reopened', ...(end < due && { dueMinute: due + gap + again }) })
    const fixed = again * (0.1 + 0.95 * random.share())
    add(end + gap + fixed * 0.6, 'work')
    end += gap + fixed
    add(end, 'resolve', { status: 'Resolved' })
  }
  const steps = timed(arrival, drafts)
  const last = steps.at(-1)
  if (last !== undefined && random.chance(0.85))
    steps.push({
      at: last.at + random.int(DAY_MS / 1000, (5 * DAY_MS) / 1000) * 1000,
      kind: 'close',
      status: 'Closed',
    })
  return random.chance(0.1) ? withNightShift(steps, hours) : steps
}

/** Turns open minutes into instants; a walk, so that no stretch is counted twice. */
function timed({ at: created, hours }: Arrival, drafts: readonly Draft[]): Step[] {
  let minute = 0
  let at = created
  return [...drafts]
    .sort((left, right) => left.minute - right.minute)
    .map(({ minute: next, kind, status, dueMinute }) => {
      at = addOpenMinutes(hours, at, next - minute)
      minute = next
      return {
        at: Math.floor(at),
        kind,
        ...(status !== undefined && { status }),
        ...(dueMinute !== undefined && {
          due: Math.floor(addOpenMinutes(hours, at, dueMinute - minute)),
        }),
      }
    })
}

/** Some finish their work in the evening. */
function withNightShift(steps: Step[], hours: Arrival['hours']): Step[] {
  const end = steps.find((step) => step.kind === 'resolve')?.at ?? Number.POSITIVE_INFINITY
  const moved = steps.map((step) => {
    const evening = step.at + 9 * 3_600_000
    return step.kind === 'work' && evening < end && !isOpenAt(hours, evening)
      ? { ...step, at: evening }
      : step
  })
  return moved.sort((left, right) => left.at - right.at)
}
