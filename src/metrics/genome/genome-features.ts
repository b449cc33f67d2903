import { clientMetricsCatalogue } from '../catalogue/client.js'
import type { MetricDefinition } from '../catalogue/definition.js'
import { clientVocabularies } from '../catalogue/vocabularies.js'
import type { ClientMetrics } from '../client-metrics.js'

/** What a column of a genome holds. */
export interface GenomeColumn {
  readonly name: string
  readonly role: 'key' | 'feature'
  /** `binary` is 0 or 1. */
  readonly type: 'text' | 'instant' | 'number' | 'binary'
  readonly unit: string | null
  readonly isNullable: boolean
  /** Id in the catalogue of client metrics; null for a key, and for a figure that only accompanies others. */
  readonly metricId: string | null
  /** The field of `ClientMetrics` that it is made of. */
  readonly field: string | null
  readonly description: string
  /** Values of the field it is one-hot for, `other` and `missing` included. */
  readonly vocabulary: readonly string[] | null
}

/** Figures of a client in the period, and in the equally long span before. */
export interface GenomeSource {
  readonly present: ClientMetrics
  readonly preceding: ClientMetrics
}

export interface GenomeFeature {
  readonly column: GenomeColumn
  read(source: GenomeSource): number | null
}

type Field = keyof ClientMetrics

/** Fields of `ClientMetrics` that are in no column, and why. */
export const clientGenomeOmissions: Readonly<Partial<Record<Field, string>>> = Object.freeze({
  healthScoreParts: 'the parts are columns of their own; how they are scaled and weighted is configuration',
})

/** Figures of records that carry an instant: the span before can be told from the records of today. */
const trendFields = [
  'ticketsCreatedCount',
  'ticketsResolvedCount',
  'supportHours',
  'medianTimeToResolutionMinutes',
  'firstResponseSlaComplianceRatio',
  'resolutionSlaComplianceRatio',
  'invoicedAmount',
] as const satisfies readonly Field[]

/** Every feature, in the order of the catalogue, trends last. */
export function genomeFeatures(): GenomeFeature[] {
  const figures = clientMetricsCatalogue.filter(
    ({ field }) => field !== 'clientId' && !(field in clientGenomeOmissions),
  )
  return [...figures.flatMap(figureFeatures), ...trendFields.flatMap(trendFeatures)]
}

function figureFeatures(definition: MetricDefinition): GenomeFeature[] {
  const field = definition.field as Field
  const values = clientVocabularies[field]
  if (values !== undefined) return oneHot(definition, values)
  return withMissing(
    definition,
    field,
    `${definition.formula}; null: ${definition.nullWhen}`,
    ({ present }) => numberOf(present[field]),
  )
}

/** One column per known value, one for any other, one for null: exactly one of them is 1. */
function oneHot(definition: MetricDefinition, values: readonly string[]): GenomeFeature[] {
  const field = definition.field as Field
  const vocabulary = Object.freeze([...values, 'other', 'missing'])
  const valueIn = ({ present }: GenomeSource): string => {
    const value = present[field]
    if (value === null) return 'missing'
    return typeof value === 'string' && values.includes(value) ? value : 'other'
  }
  return vocabulary.map((value) => ({
    column: columnOf(definition, {
      name: `${field}_${value}`,
      type: 'binary',
      isNullable: false,
      description: `whether ${field} is ${value}; ${definition.formula}`,
      vocabulary,
    }),
    read: (source) => (valueIn(source) === value ? 1 : 0),
  }))
}

function trendFeatures(field: (typeof trendFields)[number]): GenomeFeature[] {
  const definition = clientMetricsCatalogue.find((row) => row.field === field) as MetricDefinition
  return [
    ...withMissing(
      definition,
      `${field}Preceding`,
      `${field} of the equally long span before`,
      ({ preceding }) => preceding[field],
    ),
    ...withMissing(
      definition,
      `${field}Change`,
      `${field} − ${field}Preceding; null: either null`,
      ({ present, preceding }) => difference(present[field], preceding[field]),
    ),
  ]
}

/** A value, and whether it is missing: null is never to be read as 0. */
function withMissing(
  definition: MetricDefinition,
  name: string,
  description: string,
  read: GenomeFeature['read'],
): GenomeFeature[] {
  const type = definition.unit === 'boolean' ? 'binary' : 'number'
  return [
    { column: columnOf(definition, { name, type, isNullable: true, description }), read },
    {
      column: columnOf(definition, {
        name: `${name}IsMissing`,
        type: 'binary',
        isNullable: false,
        description: `whether ${name} is null`,
      }),
      read: (source) => (read(source) === null ? 1 : 0),
    },
  ]
}

function columnOf(
  { id, field, unit }: MetricDefinition,
  own: Pick<GenomeColumn, 'name' | 'type' | 'isNullable' | 'description'> & {
    readonly vocabulary?: readonly string[]
  },
): GenomeColumn {
  return Object.freeze({
    name: own.name,
    role: 'feature',
    type: own.type,
    unit: own.type === 'number' ? unit : null,
    isNullable: own.isNullable,
    metricId: id,
    field,
    description: own.description,
    vocabulary: own.vocabulary ?? null,
  })
}

const numberOf = (value: ClientMetrics[Field]): number | null =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null

const difference = (present: number | null, preceding: number | null): number | null =>
  present === null || preceding === null ? null : present - preceding
