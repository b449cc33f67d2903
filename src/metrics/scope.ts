import { type Calendars, createCalendars } from './calendars.js'
import type { MetricsContext, MetricsData, MetricsSite, MetricsTicket, StatusChange } from './context.js'
import { recordId } from './record-id.js'
import { resolveSettings, type Settings } from './settings.js'

/** Ways to the records that belong to a ticket. */
export interface Lookups {
  readonly tickets: readonly MetricsTicket[]
  site(siteId: string): MetricsSite | undefined
  /** Undefined when no history of the ticket is known. */
  statusHistory(ticketId: string): readonly StatusChange[] | undefined
}

/** Settings and look-ups that all figures of one calculation share. */
export interface Scope {
  readonly settings: Settings
  readonly calendars: Calendars
  readonly lookups: Lookups
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
 * Records prepared for many questions: sites by id, and per context its settings, zones and calendars.
 *
 * Answers are the same as on plain data; a loop over tickets is hundreds of times as fast. The index sees the arrays
 * it was given and must be made anew when they change; with another `ctx` object it keeps only what does not depend
 * on the context.
 *
 * @throws TypeError naming the field of `ctx` that is wrong.
 */
export function indexMetricsData(data: MetricsData, ctx: MetricsContext): MetricsIndex {
  const sites = new Map<string, MetricsSite>()
  for (const site of data.sites ?? []) {
    const id = recordId(site?.id)
    if (id !== null && !sites.has(id)) sites.set(id, site)
  }
  const lookups: Lookups = { ...lookupsOf(data), site: (siteId) => sites.get(siteId) }
  const scope = createScope(ctx, lookups)
  // A wrong zone must not wait for the first ticket of its site.
  for (const siteId of Object.keys(ctx.scheduleBySiteId ?? {})) scope.calendars.ofSite(siteId)
  return Object.freeze({ [CONTENT]: { ctx, scope } satisfies IndexContent }) as unknown as MetricsIndex
}

/** The index's own scope, or one that looks up only what is asked of it. */
export function scopeOf(source: MetricsData | MetricsIndex, ctx: MetricsContext): Scope {
  const built = contentOf(source)
  if (built === undefined) return createScope(ctx, lookupsOf(source as MetricsData))
  return built.ctx === ctx ? built.scope : createScope(ctx, built.scope.lookups)
}

/** For functions that go over all records: plain data are indexed for this one call. */
export function indexedScopeOf(source: MetricsData | MetricsIndex, ctx: MetricsContext): Scope {
  const index = contentOf(source) === undefined ? indexMetricsData(source as MetricsData, ctx) : source
  return scopeOf(index, ctx)
}

function createScope(ctx: MetricsContext, lookups: Lookups): Scope {
  return { settings: resolveSettings(ctx), calendars: createCalendars(ctx, lookups.site), lookups }
}

function lookupsOf(data: MetricsData): Lookups {
  const histories = data.statusHistoryByTicketId ?? {}
  return {
    tickets: data.tickets ?? [],
    site: (siteId) => data.sites?.find((site) => recordId(site?.id) === siteId),
    statusHistory: (ticketId) => (Object.hasOwn(histories, ticketId) ? histories[ticketId] : undefined),
  }
}

function contentOf(source: MetricsData | MetricsIndex): IndexContent | undefined {
  return (source as { readonly [CONTENT]?: IndexContent })[CONTENT]
}
