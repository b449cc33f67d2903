import type { ExtractedEntity } from '../extract/entities.js'
import type { ExtractionFigures } from '../extract/figures.js'
import { clientMetricsCatalogue } from '../metrics/catalogue/client.js'
import { portfolioCatalogue } from '../metrics/catalogue/portfolio.js'
import { serviceDeliveryCatalogue } from '../metrics/catalogue/service-delivery.js'
import { slaClockMetricsCatalogue, slaMetricsCatalogue } from '../metrics/catalogue/sla.js'
import { technicianMetricsCatalogue } from '../metrics/catalogue/technician.js'
import { ticketMetricsCatalogue } from '../metrics/catalogue/ticket.js'
import { clientGenomeSchema } from '../metrics/genome/client-genome.js'
import { type Column, column } from './column.js'
import { catalogueColumns, genomeColumns } from './figure-columns.js'
import { findingColumns, findingsOf } from './quality-findings.js'
import type { TableSchema } from './table-schema.js'

export type FigureTableName =
  | 'ticket_metrics'
  | 'client_metrics'
  | 'technician_metrics'
  | 'sla_metrics'
  | 'service_delivery'
  | 'portfolio'
  | 'client_genome'
  | 'quality_findings'

interface FigureTable {
  readonly schema: () => TableSchema
  /** The entity without which it tells nothing; null for any. */
  readonly of: ExtractedEntity | null
  readonly rows: (figures: ExtractionFigures) => readonly object[]
  /** Whether its rows carry present and period themselves. */
  readonly isDated?: true
}

const asOf = column(['asOf'], 'present that the figures are of', { type: 'TIMESTAMP' })
const period: readonly Column[] = [
  column(['periodFrom'], 'start of the period, included', { type: 'TIMESTAMP' }),
  column(['periodTo'], 'end of the period, excluded', { type: 'TIMESTAMP' }),
]

/** A schema whose columns are made at first use. */
function schemaOf(
  table: FigureTableName,
  meaning: string,
  key: readonly string[],
  columns: () => readonly Column[],
): () => TableSchema {
  let schema: TableSchema | undefined
  return () => {
    schema ??= Object.freeze({ table, meaning, key, columns: Object.freeze(columns()) })
    return schema
  }
}

/** Key, present and period, then the figures. */
function withPeriod(columns: readonly Column[], keys: number, ofPeriod = true): readonly Column[] {
  return [...columns.slice(0, keys), asOf, ...(ofPeriod ? period : []), ...columns.slice(keys)]
}

/** Clocks are laid out, figure by figure. */
const slaColumns = (): readonly Column[] =>
  slaMetricsCatalogue.flatMap((definition) =>
    definition.field === 'firstResponse' || definition.field === 'resolution'
      ? catalogueColumns(slaClockMetricsCatalogue, [definition.field])
      : catalogueColumns([definition]),
  )

/** How tables of figures are made; their columns are the catalogues of definitions. */
export const figureTables: Readonly<Record<FigureTableName, FigureTable>> = Object.freeze({
  ticket_metrics: {
    of: 'tickets',
    schema: schemaOf('ticket_metrics', 'figures of a ticket', ['ticket_id'], () =>
      withPeriod(catalogueColumns(ticketMetricsCatalogue), 1, false),
    ),
    rows: ({ metrics }) => metrics.tickets,
  },
  client_metrics: {
    of: 'clients',
    schema: schemaOf('client_metrics', 'figures of a client in the period', ['client_id'], () =>
      withPeriod(catalogueColumns(clientMetricsCatalogue), 1),
    ),
    rows: ({ metrics }) => metrics.clients,
  },
  technician_metrics: {
    of: 'technicians',
    schema: schemaOf('technician_metrics', 'figures of a technician in the period', ['technician_id'], () =>
      withPeriod(catalogueColumns(technicianMetricsCatalogue), 1),
    ),
    rows: ({ metrics }) => metrics.technicians,
  },
  sla_metrics: {
    of: 'tickets',
    schema: schemaOf('sla_metrics', 'SLA figures of all tickets; one row', ['period_from', 'period_to'], () =>
      withPeriod(slaColumns(), 0),
    ),
    rows: ({ metrics }) => [metrics.sla],
  },
  service_delivery: {
    of: 'tickets',
    schema: schemaOf('service_delivery', 'figures of a day that the period touches', ['bucket'], () =>
      withPeriod(catalogueColumns(serviceDeliveryCatalogue, [], { from: 'bucket_from', to: 'bucket_to' }), 1),
    ),
    rows: ({ metrics }) => metrics.serviceDelivery,
  },
  portfolio: {
    of: 'clients',
    schema: schemaOf('portfolio', 'figures over all clients; one row', ['period_from', 'period_to'], () =>
      withPeriod(catalogueColumns(portfolioCatalogue), 0),
    ),
    rows: ({ metrics }) => [metrics.portfolio],
  },
  client_genome: {
    of: 'clients',
    schema: schemaOf('client_genome', 'a client as features for machine learning', ['client_id'], () =>
      genomeColumns(clientGenomeSchema),
    ),
    rows: ({ metrics }) => metrics.clientGenomes,
    isDated: true,
  },
  quality_findings: {
    of: null,
    schema: schemaOf(
      'quality_findings',
      'outcome of a rule of data quality, found or not',
      ['entity', 'rule_id'],
      () => withPeriod(findingColumns, 2, false),
    ),
    rows: ({ quality }) => findingsOf(quality),
  },
})

const rowsAtOnce = 1000

/** Rows of a table of figures, some at a time, with the present and period that they are of. */
export function* figureRows(
  table: FigureTableName,
  figures: ExtractionFigures,
): Generator<readonly object[], void, undefined> {
  const { rows: all, isDated } = figureTables[table]
  const { asOf, period } = figures.metrics
  const dates = { asOf, periodFrom: period.from, periodTo: period.to }
  const rows = all(figures)
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    yield isDated ? some : some.map((row) => ({ ...row, ...dates }))
  }
}
