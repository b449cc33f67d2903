import { type BoardMetrics, boardMetrics } from '../../metrics/board-metrics.js'
import { indexedScopeOf, type Scope } from '../../metrics/scope.js'
import { refreshedEntities } from '../../streams/manager-events.js'
import type { Snapshot } from '../../streams/snapshot.js'
import type { StreamPosition } from '../../streams/stream-feed.js'
import { formatInstant } from '../../values/instant.js'
import type { ResolvedOptions, ServedStreams } from '../options.js'
import { type AgeTable, ageTable } from './age-table.js'
import type { BoardFilter } from './board-filter.js'
import { type DueRow, dueRows } from './due-rows.js'
import { recentDays } from './recent-days.js'
import { type TechnicianRow, technicianRows } from './technician-rows.js'

/** Of the whole document, in UTF-8. */
const mostBytes = 16_000
const mostTechnicians = 40
const slaDays = 15

/** Everything that a wallboard shows, but its clock. */
export interface BoardDocument {
  readonly report: 'board'
  readonly at: string
  readonly origin: Snapshot['origin']
  /** Whose tickets the figures are about; empty for all. */
  readonly filters: readonly BoardFilter[]
  /** Where to go on from, so that nothing that these figures lack is missed. */
  readonly positions: Readonly<Record<string, StreamPosition>>
  /** Of hours and days, and for clocks on the wall. */
  readonly timeZone: string
  /** Latest update of a ticket; null when none is known. */
  readonly newestChangeAt: string | null
  readonly health: BoardHealth | null
  readonly figures: Omit<BoardMetrics, 'dueNext' | 'nextDue'>
  /** As far as there is room; null when tickets are not known. */
  readonly dueNext: readonly DueRow[] | null
  readonly technicians: readonly TechnicianRow[] | null
  readonly furtherTechnicianCount: number
  readonly openByPriorityAndAge: AgeTable | null
  readonly today: {
    readonly createdCount: number | null
    readonly resolvedCount: number | null
    readonly netFlow: number | null
    readonly hours: readonly {
      readonly hour: string
      readonly created: number | null
      readonly resolved: number | null
    }[]
  }
  readonly sla: {
    readonly target: number
    readonly metCount: number | null
    readonly evaluatedCount: number | null
    readonly days: readonly {
      readonly day: string
      readonly firstResponse: number | null
      readonly resolution: number | null
    }[]
  }
}

export interface BoardHealth {
  readonly status: string
  /** Why the status is not `ok`. */
  readonly reasons: readonly string[]
  readonly phase: string
  /** Between polls, as `ticketsAgeMs` by the host's clock. */
  readonly updateIntervalMs: number
  /** Since tickets were read; null before. */
  readonly ticketsAgeMs: number | null
  readonly failedPolls: number
  /** Entities whose last reading did not come to its end, or never did. */
  readonly incomplete: readonly string[]
  /** Streams that are made of them. */
  readonly downStreams: readonly string[]
  /** Requests of the last minute and those allowed, null for no limit; null when the handler has no client. */
  readonly quota: { readonly used: number; readonly perMinute: number | null } | null
}

/** The document of a wallboard; its positions are read first, and no figure is older than they. */
export function boardDocument(
  snapshot: Snapshot,
  { streams, client }: Pick<ResolvedOptions, 'client' | 'streams'>,
  filters: readonly BoardFilter[],
): BoardDocument {
  const { index, context, origin } = snapshot
  const positions = streams?.feed.positions() ?? {}
  const scope = indexedScopeOf(index, context)
  const { dueNext, nextDue: _, ...figures } = boardMetrics(index, context)
  const isKnown = dueNext !== null
  const { days, hours, decidedToday } = recentDays(scope, context, slaDays)
  const today = isKnown ? days.at(-1) : undefined
  const technicians = isKnown ? technicianRows(scope, streams?.feed) : null
  return fitted({
    report: 'board',
    at: context.now,
    origin,
    filters,
    positions,
    timeZone: scope.settings.reportZone.name,
    newestChangeAt: newestChange(scope),
    health: streams === undefined ? null : healthOf(streams, client),
    figures,
    dueNext: dueNext && dueRows(dueNext, scope),
    technicians: technicians?.slice(0, mostTechnicians) ?? null,
    furtherTechnicianCount: Math.max(0, (technicians?.length ?? 0) - mostTechnicians),
    openByPriorityAndAge: isKnown ? ageTable(scope) : null,
    today: {
      createdCount: today?.ticketsCreatedCount ?? null,
      resolvedCount: today?.ticketsResolvedCount ?? null,
      netFlow: today?.netFlow ?? null,
      hours: hours.map((row) => ({
        hour: row.bucket,
        created: isKnown ? row.ticketsCreatedCount : null,
        resolved: isKnown ? row.ticketsResolvedCount : null,
      })),
    },
    sla: {
      target: scope.settings.slaTarget,
      metCount: isKnown ? decidedToday.metCount : null,
      evaluatedCount: isKnown ? decidedToday.evaluatedCount : null,
      days: days.map((row) => ({
        day: row.bucket,
        firstResponse: row.firstResponseSlaComplianceRatio,
        resolution: row.resolutionSlaComplianceRatio,
      })),
    },
  })
}

/** Long names and full lists may be too much together: rows that are furthest off give way. */
function fitted(document: BoardDocument): BoardDocument {
  let { dueNext, technicians, furtherTechnicianCount } = document
  let { furtherDueCount, furtherLateCount } = document.figures
  let most = Math.max(dueNext?.length ?? 0, technicians?.length ?? 0)
  for (;;) {
    const figures = { ...document.figures, furtherDueCount, furtherLateCount }
    const fitting = { ...document, figures, dueNext, technicians, furtherTechnicianCount }
    if (Buffer.byteLength(JSON.stringify(fitting)) <= mostBytes || most === 0) return fitting
    most--
    const dropped = dueNext?.slice(most) ?? []
    const late = dropped.filter(({ level }) => level === 'late').length
    furtherLateCount = furtherLateCount === null ? null : furtherLateCount + late
    furtherDueCount = furtherDueCount === null ? null : furtherDueCount + dropped.length - late
    furtherTechnicianCount += technicians?.slice(most).length ?? 0
    dueNext = dueNext?.slice(0, most) ?? null
    technicians = technicians?.slice(0, most) ?? null
  }
}

function healthOf(streams: ServedStreams, client: ResolvedOptions['client']): BoardHealth {
  const { health, reasons, phase, ages, updateIntervalMs, failedPolls, incomplete } = streams.status()
  const limiter = client?.stats()
  const isDown = (stream: string) => refreshedEntities[stream]?.some((entity) => incomplete.includes(entity))
  return {
    status: health,
    reasons,
    phase,
    updateIntervalMs,
    ticketsAgeMs: ages.tickets ?? null,
    failedPolls,
    incomplete,
    downStreams: Object.keys(streams.feed.positions()).filter(isDown),
    quota:
      limiter === undefined
        ? null
        : { used: limiter.used, perMinute: finiteOrNull(limiter.requestsPerMinute) },
  }
}

const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null)

function newestChange(scope: Scope): string | null {
  let newest = Number.NEGATIVE_INFINITY
  for (const { updatedAt } of scope.tickets()) if (updatedAt > newest) newest = updatedAt
  return formatInstant(newest) || null
}
