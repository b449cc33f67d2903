import { type Calendars, createCalendars } from './calendars.js'
import { type ClientRecords, clientRecords } from './client-records.js'
import type { MetricsContext, MetricsPeriod } from './context.js'
import { type TicketFacts, ticketFacts } from './facts.js'
import { groupBy } from './group-by.js'
import { createLookups, type Lookups } from './lookups.js'
import type { MetricsData } from './records.js'
import { resolveSettings, type Settings } from './settings.js'
import { type WorklogFacts, worklogFacts } from './worklogs.js'

/** Settings and look-ups that all figures of one calculation share; what takes a pass over records is made once, when asked for. */
export interface Scope {
  readonly settings: Settings
  readonly calendars: Calendars
  readonly lookups: Lookups
  /** Facts of all tickets, in the order of the records. */
  readonly tickets: () => readonly TicketFacts[]
  readonly ticketById: () => ReadonlyMap<string, TicketFacts>
  readonly ticketsByClient: () => ReadonlyMap<string, readonly TicketFacts[]>
  readonly ticketsByTechnician: () => ReadonlyMap<string, readonly TicketFacts[]>
  /** Undefined when worklogs are not known. */
  readonly worklogs: () => readonly WorklogFacts[] | undefined
  readonly worklogsByTicket: () => ReadonlyMap<string, readonly WorklogFacts[]> | undefined
  readonly worklogsByTechnician: () => ReadonlyMap<string, readonly WorklogFacts[]> | undefined
  readonly clientRecords: () => ClientRecords
}

declare const content: unique symbol

/** Prepared records: made by {@link indexMetricsData}, accepted by every function in place of data. */
export interface MetricsIndex {
  readonly [content]: 'records prepared for metrics'
}

/** What an index holds; `Symbol.for`, because ESM and CJS copies of this file take each other's indexes. */
interface IndexContent {
  readonly ctx: MetricsContext
  readonly scope: Scope
}

const CONTENT = Symbol.for('@superhack/superops/metrics-index')

/**
 * Records prepared for many questions: by id, and per context its settings, zones, calendars and what figures read of
 * each ticket.
 *
 * Answers are the same as on plain data; a loop is hundreds of times as fast. The index sees the arrays it was given
 * and must be made anew when they change; with another `ctx` object it keeps only what does not depend on the context.
 *
 * @throws TypeError naming the field of `ctx` that is wrong.
 */
export function indexMetricsData(data: MetricsData, ctx: MetricsContext): MetricsIndex {
  const scope = createScope(ctx, createLookups(data, true))
  // A wrong zone must not wait for the first record that needs it.
  for (const siteId of Object.keys(ctx.scheduleBySiteId ?? {})) scope.calendars.ofSite(siteId)
  for (const id of Object.keys(ctx.scheduleByTechnicianId ?? {})) scope.calendars.ofTechnician(id)
  return indexOf(ctx, scope)
}

/** An index of a scope that is there already. */
export const indexOf = (ctx: MetricsContext, scope: Scope): MetricsIndex =>
  Object.freeze({ [CONTENT]: { ctx, scope } satisfies IndexContent }) as unknown as MetricsIndex

/** The index's own scope, or one that looks up only what is asked of it. */
export function scopeOf(source: MetricsData | MetricsIndex, ctx: MetricsContext): Scope {
  const built = contentOf(source)
  if (built === undefined) return createScope(ctx, createLookups(source as MetricsData, false))
  return built.ctx === ctx ? built.scope : createScope(ctx, built.scope.lookups)
}

/** An index of the same records for another period, on which facts of tickets do not depend. */
export function withPeriod(
  index: MetricsIndex,
  ctx: MetricsContext,
  period: MetricsPeriod,
): { readonly index: MetricsIndex; readonly context: MetricsContext } {
  const { calendars, lookups, tickets } = scopeOf(index, ctx)
  const context = { ...ctx, period }
  return {
    context,
    index: indexOf(context, createScope(context, lookups, { calendars, ticketsOf: tickets })),
  }
}

/** For functions that go over all records: plain data are indexed for this one call. */
export function indexedScopeOf(source: MetricsData | MetricsIndex, ctx: MetricsContext): Scope {
  const index = contentOf(source) === undefined ? indexMetricsData(source as MetricsData, ctx) : source
  return scopeOf(index, ctx)
}

/** Parts of a scope that are kept from one to the next. */
interface KeptParts {
  readonly settings?: Settings
  /** Of the same schedules. */
  readonly calendars?: Calendars
  /** Facts of all tickets; read anew without it. */
  readonly ticketsOf?: (scope: Scope) => readonly TicketFacts[]
  /** Facts of all worklogs; read anew without it. */
  readonly worklogsOf?: () => readonly WorklogFacts[] | undefined
}

export function createScope(ctx: MetricsContext, lookups: Lookups, kept: KeptParts = {}): Scope {
  const {
    settings = resolveSettings(ctx),
    calendars = createCalendars(ctx, lookups.site),
    ticketsOf = (scope) => lookups.tickets.map((ticket) => ticketFacts(ticket, scope)),
    worklogsOf = () => lookups.worklogs?.map((worklog) => worklogFacts(worklog, settings, lookups.isHours)),
  } = kept
  const tickets = lazy(() => ticketsOf(scope))
  const worklogs = lazy(worklogsOf)
  const worklogsBy = (keyOf: (entry: WorklogFacts) => string | null) =>
    lazy(() => {
      const all = worklogs()
      return all && groupBy(all, keyOf)
    })
  const scope: Scope = {
    settings,
    calendars,
    lookups,
    tickets,
    ticketById: lazy(() => firstById(tickets())),
    ticketsByClient: lazy(() => groupBy(tickets(), ({ clientId }) => clientId)),
    ticketsByTechnician: lazy(() => groupBy(tickets(), ({ technicianId }) => technicianId)),
    worklogs,
    worklogsByTicket: worklogsBy(({ ticketId }) => ticketId),
    worklogsByTechnician: worklogsBy(({ technicianId }) => technicianId),
    clientRecords: lazy(() => clientRecords(scope)),
  }
  return scope
}

/** Of records that share an id the first counts. */
function firstById(tickets: readonly TicketFacts[]): Map<string, TicketFacts> {
  const byId = new Map<string, TicketFacts>()
  for (const facts of tickets)
    if (facts.ticketId !== null && !byId.has(facts.ticketId)) byId.set(facts.ticketId, facts)
  return byId
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function contentOf(source: MetricsData | MetricsIndex): IndexContent | undefined {
  return (source as { readonly [CONTENT]?: IndexContent })[CONTENT]
}
