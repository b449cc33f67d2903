import { formatInstant } from '../../values/instant.js'
import { expected } from '../check.js'
import { clientFigures } from '../client-metrics.js'
import { clientIds, tallyClient } from '../client-tallies.js'
import type { MetricsContext } from '../context.js'
import { precedingPeriod } from '../period.js'
import { recordId } from '../record-id.js'
import type { MetricsData } from '../records.js'
import { createScope, indexedScopeOf, type MetricsIndex, type Scope } from '../scope.js'
import { metricsVersion } from '../version.js'
import { type GenomeColumn, genomeFeatures } from './genome-features.js'

/** Version of the columns of a genome: it changes when a column is added, taken away or renamed, or its coding does. */
export const genomeVersion = '1'

/** A flat row for machine learning: keys, then features that are numbers or null; {@link clientGenomeSchema}. */
export interface ClientGenome {
  readonly clientId: string
  /** Canonical UTC text, as are the next two. */
  readonly asOf: string
  readonly periodFrom: string
  readonly periodTo: string
  readonly genomeVersion: string
  readonly metricsVersion: string
  readonly [feature: string]: string | number | null
}

const features = genomeFeatures()

const key = (
  name: string,
  type: 'text' | 'instant',
  description: string,
  field: string | null = null,
): GenomeColumn =>
  Object.freeze({
    name,
    role: 'key',
    type,
    unit: null,
    isNullable: false,
    metricId: null,
    field,
    description,
    vocabulary: null,
  })

/**
 * The columns of a genome, in their order.
 *
 * Numbers and booleans (0, 1) are null when unknown, with a column `…IsMissing` of 0 or 1 beside; categories are
 * one-hot, `<field>_<value>`, with `other` for what is not in the vocabulary and `missing` for null.
 */
export const clientGenomeSchema: readonly GenomeColumn[] = Object.freeze([
  key('clientId', 'text', 'id of the client', 'clientId'),
  key('asOf', 'instant', 'the present that the figures are of'),
  key('periodFrom', 'instant', 'start of the period, included'),
  key('periodTo', 'instant', 'end of the period, excluded'),
  key('genomeVersion', 'text', 'version of these columns'),
  key('metricsVersion', 'text', 'version of the definitions of figures'),
  ...features.map(({ column }) => column),
])

/**
 * The figures of one client as a feature vector, with trends against the equally long span before the period.
 *
 * States (open, contract in force, paid) are those of the records: for a row about the past, give the records as they
 * were, or the row knows what came later.
 *
 * @throws TypeError as `clientMetrics` does.
 * @example
 * const tickets = [{ client: { accountId: '7' }, status: 'Open', createdTime: '2024-01-02T10:00:00' }]
 * clientGenome('7', { tickets }, { now: '2024-01-03T10:00:00Z' }).ticketsCreatedCountChange // 1
 */
export function clientGenome(
  accountId: string,
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
): ClientGenome {
  const clientId = recordId(accountId)
  if (clientId === null) throw expected('accountId', 'the id of a client', accountId)
  const scope = indexedScopeOf(data, ctx)
  return genomeOf(clientId, scope, precedingScope(scope))
}

/**
 * Feature vectors of every client, those of `allClientMetrics`, by ascending id (code units).
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 */
export function allClientGenomes(data: MetricsData | MetricsIndex, ctx: MetricsContext): ClientGenome[] {
  const scope = indexedScopeOf(data, ctx)
  const before = precedingScope(scope)
  return clientIds(scope).map((id) => genomeOf(id, scope, before))
}

function genomeOf(clientId: string, scope: Scope, before: Scope): ClientGenome {
  const { now, period } = scope.settings
  const source = {
    present: clientFigures(tallyClient(clientId, scope), scope.settings),
    preceding: clientFigures(tallyClient(clientId, before), before.settings),
  }
  return {
    clientId,
    asOf: formatInstant(now),
    periodFrom: formatInstant(period.from),
    periodTo: formatInstant(period.to),
    genomeVersion,
    metricsVersion,
    ...Object.fromEntries(features.map(({ column, read }) => [column.name, read(source)])),
  }
}

/** The same records and present, in the span before. */
function precedingScope({ settings, lookups, calendars, tickets }: Scope): Scope {
  return createScope(settings.ctx, lookups, {
    settings: { ...settings, period: precedingPeriod(settings.period) },
    calendars,
    ticketsOf: tickets,
  })
}
