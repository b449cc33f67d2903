import type { TicketFacts } from '../metrics/facts.js'
import { formatInstant } from '../values/instant.js'
import { eventId } from './create-event.js'
import type { SlaEventData } from './event.js'
import { type TicketRecord, ticketAttributes } from './ticket-events.js'

type SlaEventType = 'sla.at-risk' | 'sla.breached' | 'sla.met'

export interface SlaEvent {
  readonly type: SlaEventType
  readonly subject: string
  /** Clock, due instant and threshold: what makes it this transition and no other. */
  readonly version: string
  readonly data: SlaEventData
}

/** Transitions that were told of a ticket, by version; the value is the id of the event. */
export type ToldTransitions = Readonly<Record<string, string>>

const clocks = ['firstResponse', 'resolution'] as const
const breached = 1

const versionOf = (clock: string, due: number, threshold: number | 'met') =>
  `${clock} ${Number.isNaN(due) ? 'none' : due} ${threshold}`

export interface SlaWatchOptions {
  readonly source: string
  readonly stream: string
  /** Share of a clock from which on it is at risk. */
  readonly atRiskRatio: number
}

/**
 * What has to be told of the clocks of a ticket and was not yet, at the present of the facts: at risk, breached,
 * met. A breach that the vendor takes back later is corrected by `sla.met`.
 */
export function slaTransitions(
  ticket: TicketRecord,
  facts: TicketFacts,
  told: ToldTransitions,
  { source, stream, atRiskRatio }: SlaWatchOptions,
  isVerified: boolean,
): SlaEvent[] {
  return clocks.flatMap((clock): SlaEvent[] => {
    const { due, status, consumedRatio } = facts[clock]
    const event = (type: SlaEventType, threshold: number, version: string, corrects?: string): SlaEvent[] =>
      Object.hasOwn(told, version)
        ? []
        : [
            {
              type,
              subject: ticket.ticketId,
              version,
              data: {
                ...ticketAttributes(ticket),
                ticketId: ticket.ticketId,
                displayId: ticket.displayId ?? null,
                clock,
                dueAt: formatInstant(due),
                threshold,
                verified: isVerified,
                ...(corrects !== undefined && { corrects }),
              },
            },
          ]
    const breachVersion = versionOf(clock, due, breached)
    if (status === 'breached') return event('sla.breached', breached, breachVersion)
    if (status === 'met') {
      const wasBreached = Object.hasOwn(told, breachVersion)
      const identity = {
        source,
        stream,
        type: 'sla.breached',
        subject: ticket.ticketId,
        version: breachVersion,
      }
      const corrects = wasBreached ? eventId(identity) : undefined
      return event(
        'sla.met',
        Number.isNaN(consumedRatio) ? 0 : consumedRatio,
        versionOf(clock, due, 'met'),
        corrects,
      )
    }
    if (status !== 'pending' || !(consumedRatio >= atRiskRatio)) return []
    return event('sla.at-risk', atRiskRatio, versionOf(clock, due, atRiskRatio))
  })
}

/** Epoch milliseconds of the next transition that time alone brings about; Infinity when there is none. */
export function nextTransitionAt(facts: TicketFacts, told: ToldTransitions, atRiskRatio: number): number {
  const { startedAt, slaCalendar } = facts
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...clocks.flatMap((clock) => {
      const { due, status, consumedRatio } = facts[clock]
      if (status !== 'pending' || Number.isNaN(due)) return []
      // At the due instant itself the clock is still in time.
      const times = Object.hasOwn(told, versionOf(clock, due, breached)) ? [] : [due + 1]
      if (slaCalendar === null || Object.hasOwn(told, versionOf(clock, due, atRiskRatio))) return times
      if (Number.isNaN(consumedRatio) || consumedRatio >= atRiskRatio) return times
      const atRiskAt = slaCalendar.add(startedAt, atRiskRatio * slaCalendar.between(startedAt, due))
      return Number.isNaN(atRiskAt) ? times : [...times, atRiskAt]
    }),
  )
}
