import { type Calendars, createCalendars } from '../calendars.js'
import { expected } from '../check.js'
import { type ClientMetrics, clientFigures } from '../client-metrics.js'
import { type ClientTallies, clientIds, createTicketTallies, tallyOthers } from '../client-tallies.js'
import type { MetricsContext } from '../context.js'
import { type TicketFacts, ticketFacts } from '../facts.js'
import { NOBODY, type Portfolio, portfolioFigures } from '../portfolio.js'
import { recordId } from '../record-id.js'
import {
  isRecord,
  type MetricsConversation,
  type MetricsData,
  type MetricsTicket,
  type MetricsWorklog,
  type StatusChange,
} from '../records.js'
import { createScope, indexOf, type MetricsIndex, type Scope } from '../scope.js'
import { resolveSettings, type Settings } from '../settings.js'
import { type TechnicianMetrics, technicianFigures } from '../technician-metrics.js'
import { type TechnicianTally, tallyOwnWork, technicianIds } from '../technician-tally.js'
import { teamOf } from '../technician-team.js'
import { type TicketMetrics, ticketFigures } from '../ticket-metrics.js'
import { createTicketTally } from '../ticket-tally.js'
import { ticketIdOf } from '../worklogs.js'
import { nextChangeAt } from './next-change.js'
import { createRecordStore, fillStore, type MetricsCollection, type MetricsRecord } from './record-store.js'
import { createTicketCounts } from './ticket-counts.js'
import { createTimeline } from './timeline.js'

/** Figures that follow their records: see {@link createMetricsState}. */
export interface MetricsState {
  /** The present of the figures, canonical UTC text or as it was given. */
  readonly now: string
  /** Adds a record, or replaces the one of its id; false for a record without usable id, which is not kept. */
  insert<Name extends MetricsCollection>(collection: Name, record: MetricsRecord<Name>): boolean
  /** The same as {@link insert}. */
  update<Name extends MetricsCollection>(collection: Name, record: MetricsRecord<Name>): boolean
  /** Takes a record away; false when there is none of that id. */
  remove(collection: MetricsCollection, id: string): boolean
  /** What was said on a ticket; undefined is not loaded. */
  setConversation(ticketId: string, messages: readonly MetricsConversation[] | undefined): void
  setStatusHistory(ticketId: string, changes: readonly StatusChange[] | undefined): void
  /**
   * Lets time pass.
   *
   * @throws TypeError when `now` is no instant with offset, or earlier than the present.
   */
  advance(now: string): void
  /** Undefined for an unknown ticket. */
  ticketMetrics(ticketId: string): TicketMetrics | undefined
  clientMetrics(clientId: string): ClientMetrics
  allClientMetrics(): ClientMetrics[]
  technicianMetrics(): TechnicianMetrics[]
  portfolio(): Portfolio
  /** For every other function, in place of data; good until the next change. */
  index(): MetricsIndex
  /** Its context, for those functions. */
  context(): MetricsContext
  /** All records, as plain data. */
  data(): MetricsData
  /** For `createMetricsState(ctx, data)`: what is kept is records and the present. */
  toJSON(): MetricsStateJson
}

export interface MetricsStateJson {
  readonly version: 1
  readonly now: string
  readonly data: MetricsData
}

interface Kept {
  readonly facts: TicketFacts
}

/**
 * The same figures as the functions of this package give on all records, kept up to date record by record.
 *
 * A change of a ticket, of a worklog, conversation or status history takes O(log n); `advance` only looks at tickets that
 * count differently since. A change of a site or a service item reads all tickets anew. Figures of clients and
 * technicians are read from what is kept; those of `index()` take a pass over the tickets.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 * @example
 * const state = createMetricsState({ now: '2024-01-02T09:00:00Z' }, { tickets: [] })
 * state.insert('tickets', { ticketId: '1', client: { accountId: '7' }, createdTime: '2024-01-02T08:00:00' })
 * state.clientMetrics('7').openTicketCount // 1
 */
export function createMetricsState(ctx: MetricsContext, data: MetricsData = {}): MetricsState {
  const store = createRecordStore()
  fillStore(store, data)
  let context = ctx
  let calendars: Calendars = createCalendars(ctx, store.lookups.site)
  let scope = newScope(resolveSettings(ctx))
  let counts = createTicketCounts(scope.settings)
  let timeline = createTimeline()
  const kept = new Map<string, Kept>()
  readAll()

  /** Groups of records are made anew when they are asked for. */
  function newScope(settings: Settings): Scope {
    return createScope(context, store.lookups, { settings, calendars, ticketsOf: freshFacts })
  }

  /** Facts of open tickets depend on now from one instant to the next. */
  function freshFacts(of: Scope): readonly TicketFacts[] {
    return [...kept.values()].map(({ facts }) =>
      facts.isOpen && facts.settings.now !== of.settings.now ? ticketFacts(facts.record, of) : facts,
    )
  }

  function release(ticketId: string): void {
    const before = kept.get(ticketId)
    if (before === undefined) return
    counts.count(before.facts, -1)
    kept.delete(ticketId)
    timeline.set(ticketId, Number.POSITIVE_INFINITY)
  }

  function take(ticketId: string): void {
    const record: MetricsTicket | undefined = store.get('tickets', ticketId)
    if (record === undefined) return
    const facts = ticketFacts(record, scope)
    counts.count(facts, 1)
    kept.set(ticketId, { facts })
    timeline.set(ticketId, nextChangeAt(facts, store.lookups.conversation(ticketId)))
  }

  function readAll(): void {
    calendars = createCalendars(context, store.lookups.site)
    scope = newScope(scope.settings)
    counts = createTicketCounts(scope.settings)
    timeline = createTimeline()
    kept.clear()
    for (const { ticketId } of store.lookups.tickets) {
      const id = recordId(ticketId)
      if (id !== null) take(id)
    }
  }

  /** Carries out a change of records that touches tickets. */
  function changing(ticketIds: readonly (string | null)[], change: () => void): void {
    const ids = [...new Set(ticketIds)].filter((id) => id !== null)
    for (const id of ids) release(id)
    change()
    scope = newScope(scope.settings)
    for (const id of ids) take(id)
  }

  function put(collection: MetricsCollection, id: string, record: object | undefined): void {
    const before: object | undefined = store.get(collection, id)
    const change = () => store.set(collection, id, record)
    if (collection === 'tickets') changing([id], change)
    else if (collection === 'worklogs') changing([before, record].map(ticketOf), change)
    else {
      change()
      if (collection === 'sites' || collection === 'serviceItems') readAll()
      else scope = newScope(scope.settings)
    }
  }

  function insert(collection: MetricsCollection, record: object): boolean {
    const id = isRecord(record) ? store.idOf(collection, record) : null
    if (id === null) return false
    const isNew = !store.isKnown(collection)
    put(collection, id, record)
    // From unknown to known: every ticket without entries has worked 0 minutes now.
    if (isNew && collection === 'worklogs') readAll()
    return true
  }

  function clientTallies(clientId: string): ClientTallies {
    const known = store.isKnown('tickets')
    const tickets = counts.byClient.get(clientId) ?? createTicketTallies(scope.settings)
    return tallyOthers(clientId, known ? tickets : { tickets: null, signsOfLife: null }, scope)
  }

  function team() {
    const known = store.isKnown('tickets')
    const { period } = scope.settings
    const tallies: TechnicianTally[] = technicianIds(scope, () => counts.byTechnician.keys()).map((id) => ({
      technicianId: id,
      tickets: known ? (counts.byTechnician.get(id) ?? createTicketTally(period)) : null,
      worklogs: tallyOwnWork(id, scope),
    }))
    return { tallies, team: teamOf(tallies, scope) }
  }

  const allClients = () => clientIds(scope, () => counts.byClient.keys()).map(clientTallies)

  return {
    get now() {
      return context.now
    },
    insert,
    update: insert,
    remove(collection, id) {
      if (store.get(collection, id) === undefined) return false
      put(collection, id, undefined)
      return true
    },
    setConversation: (id, messages) => changing([id], () => store.setConversation(id, messages)),
    setStatusHistory: (id, changes) => changing([id], () => store.setStatusHistory(id, changes)),
    advance(now) {
      const later = { ...context, now }
      const settings = resolveSettings(later)
      if (settings.now < scope.settings.now)
        throw new TypeError(`now: expected an instant at or after ${context.now}.`)
      const due = timeline.takeDue(settings.now)
      for (const id of due) release(id)
      context = later
      scope = newScope(settings)
      counts.move(scope.settings.period)
      for (const id of due) take(id)
    },
    ticketMetrics(ticketId) {
      const record = kept.get(ticketId)?.facts.record
      return record && ticketFigures(ticketFacts(record, scope))
    },
    clientMetrics(clientId) {
      const id = recordId(clientId)
      if (id === null) throw expected('clientId', 'the id of a client', clientId)
      return clientFigures(clientTallies(id), scope.settings)
    },
    allClientMetrics: () => allClients().map((tallies) => clientFigures(tallies, scope.settings)),
    technicianMetrics() {
      const { tallies, team: colleagues } = team()
      return tallies.map((tally) => technicianFigures(tally, colleagues, scope.settings))
    },
    portfolio() {
      const { tallies, team: colleagues } = team()
      const times = tallies.map((tally) => ({
        tally,
        availableHours: colleagues.availability(tally.technicianId)?.hours ?? null,
      }))
      return portfolioFigures(allClients(), clientTallies(NOBODY), times, scope.settings)
    },
    index: () => indexOf(context, scope),
    context: () => context,
    data: () => store.toData(),
    toJSON: () => ({ version: 1, now: context.now, data: store.toData() }),
  }
}

const ticketOf = (worklog: object | undefined): string | null =>
  worklog === undefined ? null : ticketIdOf(worklog as MetricsWorklog)
