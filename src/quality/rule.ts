import type { AssessedEntity } from './data.js'
import type { FactsByEntity } from './record-facts.js'
import type { Pass, QualityScope } from './scope.js'
import type { Steps } from './steps.js'

export type Dimension =
  | 'completeness'
  | 'validity'
  | 'consistency'
  | 'uniqueness'
  | 'integrity'
  | 'timeliness'

/** `critical`: record unusable; `error`: a figure becomes wrong or null; `warning`: doubtful; `info`: never scored. */
export type Severity = 'critical' | 'error' | 'warning' | 'info'

/** `na`: the rule does not apply to this record, or what it needs is not known. */
export type Outcome = 'pass' | 'fail' | 'na'

/** What is told of a rule without running it. */
export interface RuleDefinition<Entity extends string = string> {
  /** Unique and stable, such as `TKT-01`. */
  readonly id: string
  readonly entity: Entity
  readonly dimension: Dimension
  readonly severity: Severity
  /** The predicate that must hold, in words. */
  readonly text: string
}

/** A rule over the records of one entity. */
export interface EntityRule<Entity extends AssessedEntity> extends RuleDefinition<Entity> {
  check(facts: FactsByEntity[Entity], scope: QualityScope): Outcome
}

/** A rule over the records of any entity; what is added to `ctx.quality.rules` has the form of the built-in ones. */
export type Rule = { [Entity in AssessedEntity]: EntityRule<Entity> }[AssessedEntity]

/** Whether what must hold does; null when the question does not arise or cannot be answered. */
export type Predicate<Entity extends AssessedEntity> = (
  facts: FactsByEntity[Entity],
  scope: QualityScope,
) => boolean | null

/** Passes of predicates and of the rules that are made of them. */
const passes = new WeakMap<object, Pass<unknown>>()

/** Makes what a rule asks of all records, so that its first record need not wait for it. */
export function* prepareRule(rule: object, scope: QualityScope): Steps<void> {
  const pass = passes.get(rule)
  if (pass !== undefined) yield* scope.pass(pass)
}

/** A predicate over a record and what a pass over all records found. */
export function afterPass<Entity extends AssessedEntity, Found>(
  pass: Pass<Found>,
  holds: (facts: FactsByEntity[Entity], found: Found, scope: QualityScope) => boolean | null,
): Predicate<Entity> {
  const predicate: Predicate<Entity> = (facts, scope) => holds(facts, scope.passed(pass), scope)
  passes.set(predicate, pass)
  return predicate
}

const dimensionOf = Object.freeze({
  C: 'completeness',
  V: 'validity',
  K: 'consistency',
  U: 'uniqueness',
  I: 'integrity',
  T: 'timeliness',
} as const)

export type RuleRow<Entity extends AssessedEntity> = readonly [
  id: string,
  dimension: keyof typeof dimensionOf,
  severity: Severity,
  text: string,
  holds: Predicate<Entity>,
]

/** Rules of an entity, one row each. */
export function ruleTable<Entity extends AssessedEntity>(
  entity: Entity,
  rows: readonly RuleRow<Entity>[],
): readonly EntityRule<Entity>[] {
  return Object.freeze(
    rows.map(([id, dimension, severity, text, holds]) => {
      const rule = Object.freeze({
        id,
        entity,
        dimension: dimensionOf[dimension],
        severity,
        text,
        check: (facts: FactsByEntity[Entity], scope: QualityScope) => outcome(holds(facts, scope)),
      })
      const pass = passes.get(holds)
      if (pass !== undefined) passes.set(rule, pass)
      return rule
    }),
  )
}

function outcome(holds: boolean | null): Outcome {
  if (holds === null) return 'na'
  return holds ? 'pass' : 'fail'
}
