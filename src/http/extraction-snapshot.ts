import type { Product } from '../client/surface.js'
import { extractedSurfaces } from '../extract/extracted-surface.js'
import type { Extraction } from '../extract/extraction.js'
import type { ItExtraction } from '../extract/it-extractor.js'
import type { MetricsContext } from '../metrics/context.js'
import { indexMetricsData } from '../metrics/scope.js'
import type { Snapshot } from '../streams/snapshot.js'

/**
 * A full extraction, for `snapshot` of {@link createHandler}: figures are those of its end.
 *
 * @example
 * let latest = extractionSnapshot(await extractor.run())
 * const handler = createHandler({ snapshot: () => latest, apiKeys: [key] })
 *
 * @param metrics Settings of the figures.
 * @param product `it` for an extraction of the IT surface, whose departments take the place of clients.
 * @throws TypeError naming the setting that is wrong; for an extraction that no tenant answered.
 */
export function extractionSnapshot(
  extraction: Pick<ItExtraction, 'data' | 'origin' | 'report'>,
  metrics: Omit<MetricsContext, 'now'> | undefined,
  product: 'it',
): Snapshot
export function extractionSnapshot(
  extraction: Pick<Extraction, 'data' | 'origin' | 'report'>,
  metrics?: Omit<MetricsContext, 'now'>,
): Snapshot
export function extractionSnapshot(
  {
    data: rows,
    origin,
    report,
  }: Pick<Extraction, 'data' | 'origin' | 'report'> | Pick<ItExtraction, 'data' | 'origin' | 'report'>,
  metrics: Omit<MetricsContext, 'now'> = {},
  product: Product = 'msp',
): Snapshot {
  const data = extractedSurfaces[product].recordsOf(rows)
  if (origin === null) throw new TypeError('extraction: expected one that a tenant answered')
  const context = { ...metrics, now: report.finishedAt }
  return { origin, data, context, index: indexMetricsData(data, context) }
}
