import { formatInstant } from '../../values/instant.js'
import type { MetricDefinition } from '../catalogue/definition.js'
import { expected, requireNumber, requireOneOf } from '../check.js'
import type { MetricsContext } from '../context.js'
import { recordId } from '../record-id.js'
import type { MetricsData } from '../records.js'
import { indexedScopeOf, indexOf, type MetricsIndex } from '../scope.js'
import { metricsVersion } from '../version.js'
import type { Area, IdKey, Question } from './area.js'
import { areas } from './areas.js'
import type { ExplainSubject } from './explain-subject.js'
import type { Examined } from './population.js'
import { populations } from './population-table.js'

/** Why a figure is what it is: its definition, and the records that it was and was not counted from. */
export interface Explanation extends MetricDefinition {
  /** As the plain function gives it. */
  readonly value: unknown
  readonly subject: ExplainSubject
  /** Canonical UTC text, as are the ends of the period. */
  readonly asOf: string
  readonly period: { readonly from: string; readonly to: string }
  readonly metricsVersion: string
  /** That of the first population. */
  readonly n: number | null
  readonly populations: readonly ExplainedPopulation[]
}

/** `total` is `n` and all that is excluded; of more than `maxIds` ids the first by code unit are told. */
export interface ExplainedPopulation extends Examined {
  readonly name: string
  readonly description: string
  /** Ids that there are, told or not: records without id have none. */
  readonly idCount: number
}

export interface ExplainOptions {
  /**
   * Ids that are told per population.
   * @defaultValue 100
   */
  readonly maxIds?: number | undefined
}

const MAX_IDS = 100
const clockNames = ['firstResponse', 'resolution'] as const
/** Of areas that have a subject of their own. */
const idKeys = [...new Set(areas.flatMap(({ subject }) => subject ?? []))]

/**
 * Explains one figure of a ticket, client, technician, bucket of service delivery, or of everything (no subject): the
 * portfolio and SLA figures.
 *
 * The figure is named by its id, which stands for the first field of that id, or by its field.
 *
 * @throws TypeError when there is no such figure, the subject is missing or not in the data, or an option or a field
 * of `ctx` is wrong; a wrong record never throws.
 * @example
 * const tickets = [{ ticketId: '1', client: { accountId: '7' }, status: 'Open', createdTime: '2024-01-02T10:00:00' }]
 * explain('C03', { clientId: '7' }, { tickets }, { now: '2024-01-03T10:00:00Z' }).populations[0]?.excluded
 * // { notResolved: 1 }
 */
export function explain(
  metric: string,
  subject: ExplainSubject,
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
  { maxIds = MAX_IDS }: ExplainOptions = {},
): Explanation {
  requireNumber('options.maxIds', maxIds, 0)
  if (typeof subject !== 'object' || subject === null)
    throw expected('subject', 'an object such as { clientId }', subject)
  const { area, definition } = find(metric, subject)
  const told = subjectOf(area, subject)
  const id = area.subject === null ? '' : idOf(area.subject, subject)
  const scope = indexedScopeOf(data, ctx)
  const question: Question = { id, subject: told, scope, ctx, index: indexOf(ctx, scope) }
  const row = area.row(question)
  if (row === undefined)
    throw new TypeError(
      `subject.${area.subject ?? 'group'}: ${area.absence ?? 'no such record in the data'}.`,
    )
  const members = area.members(question)
  const { now, period: whole } = scope.settings
  const period = { ...whole, ...area.period?.(question) }
  const settings = { ...scope.settings, period }
  const examined = (area.populations[definition.field] ?? []).map((name): ExplainedPopulation => {
    const { ids, ...counts } = populations[name].examine(members, settings)
    const { description } = populations[name]
    return { name, description, ...counts, ids: ids.slice(0, maxIds), idCount: ids.length }
  })
  return {
    ...definition,
    value: Object.entries(row).find(([field]) => field === definition.field)?.[1],
    subject: told,
    asOf: formatInstant(now),
    period: { from: formatInstant(period.from), to: formatInstant(period.to) },
    metricsVersion,
    n: examined[0]?.n ?? null,
    populations: examined,
  }
}

/** An id names one figure of all; a field one among those of the subject. */
function find(metric: string, subject: ExplainSubject): { area: Area; definition: MetricDefinition } {
  const clock = requireOneOf('subject.clock', subject.clock ?? 'resolution', clockNames)
  for (const area of areas) {
    const definition = area.catalogue.find(
      ({ id, field }) =>
        area.clock === (area.clock && clock) && (id === metric || (field === metric && isOf(area, subject))),
    )
    if (definition !== undefined) return { area, definition }
  }
  const name = typeof metric === 'string' && /^\w{1,60}$/.test(metric) ? ` ${metric}` : ''
  throw new TypeError(
    `metric: there is no figure${name}; expected an id such as C12, or a field of the subject.`,
  )
}

function isOf({ subject: key }: Area, subject: ExplainSubject): boolean {
  return key === null ? idKeys.every((id) => subject[id] === undefined) : subject[key] !== undefined
}

/** What of a subject an area asks for, checked. */
function subjectOf({ subject: key, narrowedBy = [], clock }: Area, subject: ExplainSubject): ExplainSubject {
  const keys = narrowedBy.filter((name) => subject[name] !== undefined)
  return {
    ...Object.fromEntries(
      [...(key === null ? [] : [key]), ...keys].map((name) => [name, idOf(name, subject)]),
    ),
    ...(clock !== undefined && { clock }),
  }
}

function idOf(key: IdKey, subject: ExplainSubject): string {
  const id = recordId(subject[key])
  if (id === null) throw expected(`subject.${key}`, 'an id', subject[key])
  return id
}
