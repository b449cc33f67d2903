import { recordId } from '../../metrics/record-id.js'
import { recordsOf } from '../../metrics/records.js'
import type { Scope } from '../../metrics/scope.js'
import { ticketUrgency } from '../../metrics/ticket-urgency.js'
import type { TechnicianActivityData } from '../../streams/event.js'
import type { StreamFeed } from '../../streams/stream-feed.js'
import { shortened } from './due-rows.js'

/** What a technician has open, and did last. */
export interface TechnicianRow {
  readonly technicianId: string
  readonly name: string | null
  readonly openCount: number
  readonly lateCount: number
  readonly atRiskCount: number
  readonly last: { readonly verb: string; readonly displayId: string | null; readonly at: string } | null
}

const longestName = 40
/** Activities looked through for the last of each technician. */
const mostEvents = 300
const stream = 'technician-activity'

/** Technicians with open tickets or activity, then the others; each by name. */
export function technicianRows(scope: Scope, feed: StreamFeed | undefined): TechnicianRow[] {
  const activities = lastActivities(feed)
  const named = new Map<string, string | null>()
  for (const { userId, name } of recordsOf(scope.lookups.data.technicians)) {
    const id = recordId(userId)
    if (id !== null) named.set(id, shortened(name, longestName))
  }
  const byTechnician = scope.ticketsByTechnician()
  for (const [id, [facts]] of byTechnician)
    if (!named.has(id)) named.set(id, shortened(facts?.record.technician?.name, longestName))
  const rows = [...named].map(([technicianId, name]): TechnicianRow => {
    const open = (byTechnician.get(technicianId) ?? []).filter(({ isOpen }) => isOpen)
    const levels = open.map((facts) => ticketUrgency(facts).level)
    return {
      technicianId,
      name,
      openCount: open.length,
      lateCount: levels.filter((level) => level === 'late').length,
      atRiskCount: levels.filter((level) => level === 'critical' || level === 'atRisk').length,
      last: activities.get(technicianId) ?? null,
    }
  })
  const isIdle = ({ openCount, last }: TechnicianRow) => Number(openCount === 0 && last === null)
  const key = ({ name, technicianId }: TechnicianRow) => `${name ?? '\uffff'}\n${technicianId}`
  return rows.sort((a, b) => isIdle(a) - isIdle(b) || (key(a) < key(b) ? -1 : 1))
}

function lastActivities(feed: StreamFeed | undefined): Map<string, TechnicianRow['last']> {
  const last = new Map<string, TechnicianRow['last']>()
  const position = feed?.positions()[stream]
  if (feed === undefined || position === undefined) return last
  const { epoch, sequence, oldest } = position
  const since = { epoch, sequence: Math.max(oldest - 1, sequence - mostEvents) }
  for (const { event } of feed.history(stream, { since }).entries) {
    const { technicianId, verb, displayId, at } = event.data as TechnicianActivityData
    if (technicianId !== null) last.set(technicianId, { verb, displayId, at })
  }
  return last
}
