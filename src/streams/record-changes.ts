import type { Alert, WorklogEntry } from '../entities/generated/types.js'
import type { Row } from '../entities/row.js'
import { type ExtractedEntity, keyOfRow } from '../extract/entities.js'
import type { StateChange } from '../state/state-store.js'
import { activityOfTicket, activityOfWorklog } from './activity-events.js'
import type { AddedStream } from './change-stream.js'
import type { AlertEventData } from './event.js'
import type { LiveMetrics } from './live-metrics.js'
import type { LiveRecords } from './live-records.js'
import type { Draft } from './publisher.js'
import { recordAttributes } from './record-attributes.js'
import { recordVersion } from './record-version.js'
import { joined, type SlaFindings, type SlaWatch } from './sla-watch.js'
import type { SourceBatch } from './source.js'
import { asTicket, type ClassOfStatus, ticketEvents } from './ticket-events.js'

/** One record that is not as it was. */
export interface RecordChange {
  readonly entity: string
  readonly id: string
  readonly before?: Row | undefined
  readonly after?: Row | undefined
  readonly isRestored: boolean
}

export interface Interpretation {
  readonly drafts: readonly Draft[]
  readonly changes: readonly StateChange[]
  /** After the batch was written. */
  commit(): void
}

/** Records of a batch that differ from what is known; a batch that comes again has none. */
export function recordChanges(
  { entity, rows, removed, restored }: SourceBatch,
  live: LiveRecords,
): RecordChange[] {
  const known = live.of(entity)
  const latest = new Map<string, Row>()
  const met = rows.flatMap((after): RecordChange[] => {
    const id = keyOfRow(entity as ExtractedEntity, after)
    if (id === undefined) return []
    const before = latest.get(id) ?? known.get(id)
    latest.set(id, after)
    if (before !== undefined && recordVersion(before) === recordVersion(after)) return []
    return [{ entity, id, before, after, isRestored: before === undefined && restored.includes(id) }]
  })
  const gone = removed.flatMap((id): RecordChange[] => {
    const before = known.get(id)
    return before === undefined ? [] : [{ entity, id, before, isRestored: false }]
  })
  return [...met, ...gone]
}

export interface Interpreter {
  readonly live: LiveRecords
  readonly sla: SlaWatch
  readonly metrics: LiveMetrics
  readonly classOf: ClassOfStatus
  readonly added: readonly AddedStream[]
  now(): number
}

/** What is told of changes of records, and what has to be known with it. */
export function interpret(
  { live, sla, metrics, classOf, added, now }: Interpreter,
  changes: readonly RecordChange[],
  { isSilent, isVerified }: { isSilent: boolean; isVerified: boolean },
): Interpretation {
  const at = now()
  const looks: SlaFindings[] = []
  const drafts = changes.flatMap((change): readonly Draft[] => {
    const told = isSilent
      ? []
      : [
          ...draftsOf(change, classOf, new Date(at).toISOString()),
          ...added.flatMap((stream) => (stream.entity === change.entity ? stream.draftsOf(change) : [])),
        ]
    if (change.entity !== 'tickets') return told
    if (change.after === undefined) {
      sla.forget(change.id)
      return told
    }
    const look = sla.look(asTicket(change.after), at, isVerified, isSilent)
    looks.push(look)
    return [...told, ...look.drafts]
  })
  const looked = joined(looks)
  return {
    drafts,
    changes: [...changes.map(({ entity, id, after }) => live.change(entity, id, after)), ...looked.changes],
    commit: () => {
      for (const { entity, id, after } of changes) live.set(entity, id, after)
      looked.commit()
      metrics.apply(changes)
    },
  }
}

function draftsOf(change: RecordChange, classOf: ClassOfStatus, now: string): readonly Draft[] {
  const { entity, before, after, id } = change
  const version = recordVersion(after ?? { removed: before })
  if (entity === 'tickets') {
    const [old, ticket] = [before && asTicket(before), after && asTicket(after)]
    const events = ticketEvents({ before: old, after: ticket, isRestored: change.isRestored }, classOf)
    return [
      ...events.map((event) => ({ ...event, stream: 'tickets', version })),
      ...activityOfTicket(events, version, now),
    ]
  }
  if (entity === 'worklogs' && before === undefined && after !== undefined)
    return activityOfWorklog(after as Partial<WorklogEntry>, version, now)
  if (entity === 'alerts' && after !== undefined) return alertDrafts(id, before, after, version)
  return []
}

const isResolved = (alert: Row | undefined) => typeof alert?.resolvedTime === 'string'

function alertDrafts(id: string, before: Row | undefined, after: Row, version: string): Draft[] {
  const type =
    isResolved(after) && before !== undefined && !isResolved(before)
      ? 'alert.resolved'
      : before === undefined && !isResolved(after)
        ? 'alert.raised'
        : undefined
  if (type === undefined) return []
  const alert = after as unknown as Alert
  const data: AlertEventData = {
    // Whose alert it is, its asset tells.
    ...recordAttributes('assets', alert.asset ?? {}),
    alert,
  }
  return [{ stream: 'system-health', type, subject: id, version, data }]
}
