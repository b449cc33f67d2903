import type { Row } from '../entities/row.js'
import type { MetricsContext } from '../metrics/context.js'
import { type TicketFacts, ticketFacts } from '../metrics/facts.js'
import { createLookups } from '../metrics/lookups.js'
import type { MetricsSite } from '../metrics/records.js'
import { createScope } from '../metrics/scope.js'
import { createTimeline } from '../metrics/state/timeline.js'
import type { StateChange, StateStore } from '../state/state-store.js'
import { eventId } from './create-event.js'
import type { Draft } from './publisher.js'
import {
  nextTransitionAt,
  type SlaWatchOptions,
  slaTransitions,
  type ToldTransitions,
} from './sla-transitions.js'
import { asTicket, type TicketRecord } from './ticket-events.js'

/** How long before a transition its ticket is read again. */
const leadMs = 5000

export interface SlaWatchContext extends SlaWatchOptions {
  readonly store: StateStore
  readonly prefix: string
  readonly metrics: Omit<MetricsContext, 'now'>
  /** For business hours. */
  sites(): readonly MetricsSite[]
}

/** What a look at a ticket's clocks brought. */
export interface SlaFindings {
  readonly drafts: readonly Draft[]
  /** Belongs into the batch of the events. */
  readonly changes: readonly StateChange[]
  /** After that batch was written. */
  commit(): void
}

const nothing: SlaFindings = { drafts: [], changes: [], commit: () => {} }

/** Several looks as one. */
export const joined = (looks: readonly SlaFindings[]): SlaFindings => ({
  drafts: looks.flatMap(({ drafts }) => drafts),
  changes: looks.flatMap(({ changes }) => changes),
  commit: () => {
    for (const look of looks) look.commit()
  },
})

/** Which transitions of clocks were told, and when the next one comes by time alone. */
export class SlaWatch {
  readonly #context: SlaWatchContext
  readonly #told = new Map<string, ToldTransitions>()
  readonly #transitions = createTimeline()
  readonly #readings = createTimeline()

  constructor(context: SlaWatchContext) {
    this.#context = context
  }

  async load(): Promise<void> {
    const prefix = this.#key('')
    for await (const [key, text] of this.#context.store.range(prefix, `${prefix}~`))
      this.#told.set(decodeURIComponent(key.slice(prefix.length)), JSON.parse(text) as ToldTransitions)
  }

  /** Epoch milliseconds of what comes next, a transition or a reading before one; Infinity when nothing is known. */
  get nextAt(): number {
    return Math.min(this.#transitions.nextAt, this.#readings.nextAt)
  }
  /** Takes the tickets with a transition by now. */
  takeDue(now: number): string[] {
    return this.#transitions.takeDue(now)
  }
  /** Takes the tickets that are to be read again by now, before a transition. */
  takeReadings(now: number): string[] {
    return this.#readings.takeDue(now)
  }

  /**
   * Looks at the clocks of a ticket.
   * @param isSilent What is so already when a manager begins is known and not told.
   */
  look(ticket: TicketRecord, now: number, isVerified: boolean, isSilent = false): SlaFindings {
    const id = ticket.ticketId
    const facts = this.#facts(ticket, now)
    const told = this.#told.get(id) ?? {}
    const found = slaTransitions(ticket, facts, told, this.#context, isVerified)
    const { source, stream, atRiskRatio } = this.#context
    const after: ToldTransitions = {
      ...told,
      ...Object.fromEntries(
        found.map(({ type, version }) => [version, eventId({ source, stream, type, subject: id, version })]),
      ),
    }
    const schedule = () => this.#schedule(id, nextTransitionAt(facts, after, atRiskRatio))
    if (found.length === 0) {
      schedule()
      return nothing
    }
    return {
      drafts: isSilent ? [] : found.map((event) => ({ ...event, stream })),
      changes: [{ put: this.#key(id), value: JSON.stringify(after) }],
      commit: () => {
        this.#told.set(id, after)
        schedule()
      },
    }
  }

  /** Looks at those that are known. */
  lookAll(
    tickets: readonly { readonly id: string; readonly isVerified: boolean }[],
    known: ReadonlyMap<string, Row>,
    now: number,
  ): SlaFindings {
    return joined(
      tickets.flatMap(({ id, isVerified }) => {
        const ticket = known.get(id)
        return ticket === undefined ? [] : [this.look(asTicket(ticket), now, isVerified)]
      }),
    )
  }

  /** What is due of a ticket could not be told: it is due again. */
  again(id: string, at: number): void {
    this.#schedule(id, at)
  }

  /** The ticket is gone; what was told of it is kept, as it may come back. */
  forget(id: string): void {
    this.#schedule(id, Number.POSITIVE_INFINITY)
  }

  #schedule(id: string, at: number): void {
    this.#transitions.set(id, at)
    this.#readings.set(id, at - leadMs)
  }

  #facts(ticket: TicketRecord, now: number): TicketFacts {
    const ctx: MetricsContext = { ...this.#context.metrics, now: new Date(now).toISOString() }
    return ticketFacts(ticket, createScope(ctx, createLookups({ sites: this.#context.sites() }, false)))
  }

  #key = (id: string) => `${this.#context.prefix}/sla/${encodeURIComponent(id)}`
}
