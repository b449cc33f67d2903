/**
 * Where a definition comes from: `standard` is common in the industry, `variant` is one of several in use, `own` has no
 * standard behind it and can be configured.
 */
export type MetricBasis = 'standard' | 'variant' | 'own'

/** Definition of one figure. */
export interface MetricDefinition {
  /** Stable name of the definition; null for a field that only accompanies others. */
  readonly id: string | null
  readonly field: string
  readonly formula: string
  readonly unit: string
  readonly nullWhen: string
  readonly basis: MetricBasis
  /** Numbers of `metricSources`. */
  readonly sources: readonly number[]
}

export type DefinitionRow<Field extends string> = readonly [
  id: string | null,
  field: Field,
  formula: string,
  unit: string,
  nullWhen: string,
  basis: MetricBasis,
  sources?: readonly number[],
]

/** One row per field of a result, in the order of the fields. */
export function define<Field extends string>(
  rows: readonly DefinitionRow<Field>[],
): readonly MetricDefinition[] {
  return Object.freeze(
    rows.map(([id, field, formula, unit, nullWhen, basis, sources = []]) =>
      Object.freeze({ id, field, formula, unit, nullWhen, basis, sources: Object.freeze([...sources]) }),
    ),
  )
}
