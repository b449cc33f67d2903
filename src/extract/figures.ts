import { allClientMetrics, type ClientMetrics } from '../metrics/client-metrics.js'
import { type Portfolio, portfolio } from '../metrics/portfolio.js'
import type { MetricsData } from '../metrics/records.js'
import { indexMetricsData, type MetricsIndex } from '../metrics/scope.js'
import { type ServiceDelivery, serviceDelivery } from '../metrics/service-delivery.js'
import { type SlaMetrics, slaMetrics } from '../metrics/sla-metrics.js'
import { type TechnicianMetrics, technicianMetrics } from '../metrics/technician-metrics.js'
import { allTicketMetrics, type TicketMetrics } from '../metrics/ticket-metrics.js'
import { assessQuality } from '../quality/assess-quality.js'
import type { QualityContext } from '../quality/options.js'
import type { DatasetQuality } from '../quality/report.js'

/** All metric types of `./metrics` over the rows of a full run. */
export interface ExtractionMetrics {
  readonly tickets: readonly TicketMetrics[]
  readonly clients: readonly ClientMetrics[]
  readonly technicians: readonly TechnicianMetrics[]
  readonly sla: SlaMetrics
  /** A row per day of the period. */
  readonly serviceDelivery: readonly ServiceDelivery[]
  readonly portfolio: Portfolio
}

/** What the metrics and the rules of quality may be told, but for `now`. */
export type FiguresContext = Omit<QualityContext, 'now'>

export interface ExtractionFigures {
  readonly metrics: ExtractionMetrics
  readonly quality: DatasetQuality
}

/** Figures that are computed when they are first asked for, each type once. */
export function figuresOf(data: MetricsData, ctx: QualityContext): ExtractionFigures {
  let indexed: MetricsIndex | undefined
  const index = () => {
    indexed ??= indexMetricsData(data, ctx)
    return indexed
  }
  const metrics = lazily({
    tickets: () => allTicketMetrics(index(), ctx),
    clients: () => allClientMetrics(index(), ctx),
    technicians: () => technicianMetrics(index(), ctx),
    sla: () => slaMetrics(index(), ctx),
    serviceDelivery: () => serviceDelivery(index(), ctx, 'day'),
    portfolio: () => portfolio(index(), ctx),
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
