import { allClientMetrics, type ClientMetrics } from '../metrics/client-metrics.js'
import { allClientGenomes, type ClientGenome } from '../metrics/genome/client-genome.js'
import { type Portfolio, portfolio } from '../metrics/portfolio.js'
import type { MetricsData } from '../metrics/records.js'
import { indexMetricsData, type MetricsIndex } from '../metrics/scope.js'
import { type ServiceDelivery, serviceDelivery } from '../metrics/service-delivery.js'
import { resolveSettings } from '../metrics/settings.js'
import { type SlaMetrics, slaMetrics } from '../metrics/sla-metrics.js'
import { type TechnicianMetrics, technicianMetrics } from '../metrics/technician-metrics.js'
import { allTicketMetrics, type TicketMetrics } from '../metrics/ticket-metrics.js'
import { assessQuality } from '../quality/assess-quality.js'
import type { QualityContext } from '../quality/options.js'
import type { DatasetQuality } from '../quality/report.js'
import { formatInstant } from '../values/instant.js'

/** All metric types of `./metrics` over the rows of a full run. */
export interface ExtractionMetrics {
  /** The present that they are of, and the period: canonical UTC texts, the end not in it. */
  readonly asOf: string
  readonly period: { readonly from: string; readonly to: string }
  readonly tickets: readonly TicketMetrics[]
  readonly clients: readonly ClientMetrics[]
  readonly technicians: readonly TechnicianMetrics[]
  readonly sla: SlaMetrics
  /** A row per day of the period. */
  readonly serviceDelivery: readonly ServiceDelivery[]
  readonly portfolio: Portfolio
  readonly clientGenomes: readonly ClientGenome[]
}

/** What the metrics and the rules of quality may be told, but for `now`. */
export type FiguresContext = Omit<QualityContext, 'now'>

export interface ExtractionFigures {
  readonly metrics: ExtractionMetrics
  readonly quality: DatasetQuality
}

/**
 * Figures over rows in memory, each type computed when it is first asked for, once.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 */
export function figuresOf(data: MetricsData, ctx: QualityContext): ExtractionFigures {
  let indexed: MetricsIndex | undefined
  const index = () => {
    indexed ??= indexMetricsData(data, ctx)
    return indexed
  }
  const metrics = lazily({
    asOf: () => formatInstant(resolveSettings(ctx).now),
    period: () => {
      const { from, to } = resolveSettings(ctx).period
      return { from: formatInstant(from), to: formatInstant(to) }
    },
    tickets: () => allTicketMetrics(index(), ctx),
    clients: () => allClientMetrics(index(), ctx),
    technicians: () => technicianMetrics(index(), ctx),
    sla: () => slaMetrics(index(), ctx),
    serviceDelivery: () => serviceDelivery(index(), ctx, 'day'),
    portfolio: () => portfolio(index(), ctx),
    clientGenomes: () => allClientGenomes(index(), ctx),
  })
  return lazily({ metrics: () => metrics, quality: () => assessQuality(data, ctx) })
}

function lazily<Values extends object>(
  make: { readonly [Name in keyof Values]: () => Values[Name] },
): Values {
  const out = {} as Values
  for (const name of Object.keys(make) as (keyof Values)[]) {
    Object.defineProperty(out, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make[name]()
        Object.defineProperty(out, name, { enumerable: true, value })
        return value
      },
    })
  }
  return out
}
