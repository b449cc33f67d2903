import type { MetricDefinition } from '../catalogue/definition.js'
import type { MetricsContext } from '../context.js'
import type { Span } from '../period.js'
import type { MetricsIndex, Scope } from '../scope.js'
import type { ExplainSubject, SlaClockName } from './explain-subject.js'
import type { Members } from './members.js'
import type { PopulationName } from './population-table.js'

/** A question to an area; `id` is that of its subject, empty when it has none. */
export interface Question {
  readonly id: string
  /** As it was asked, ids checked. */
  readonly subject: ExplainSubject
  readonly scope: Scope
  readonly index: MetricsIndex
  readonly ctx: MetricsContext
}

/** Keys of a subject that hold an id. */
export type IdKey = Exclude<keyof ExplainSubject, 'clock'>

/** A family of figures that are read from one kind of row. */
export interface Area {
  /** The key of the subject; null for figures of everything. */
  readonly subject: IdKey | null
  /** Keys that narrow the subject. */
  readonly narrowedBy?: readonly IdKey[]
  /** What is said when there is no such subject. */
  readonly absence?: string
  /** Of figures that there are for either clock. */
  readonly clock?: SlaClockName
  readonly catalogue: readonly MetricDefinition[]
  readonly populations: Readonly<Record<string, readonly PopulationName[]>>
  /** Undefined for a subject that there is not. */
  row(question: Question): object | undefined
  /** The period of its figures; that of the context where it has none of its own. */
  period?(question: Question): Span | undefined
  members(question: Question): Members
}
