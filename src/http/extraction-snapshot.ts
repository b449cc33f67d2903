import type { Extraction } from '../extract/extraction.js'
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
 * @throws TypeError naming the setting that is wrong; for an extraction that no tenant answered.
 */
export function extractionSnapshot(
  { data, origin, report }: Pick<Extraction, 'data' | 'origin' | 'report'>,
  metrics: Omit<MetricsContext, 'now'> = {},
): Snapshot {
  if (origin === null) throw new TypeError('extraction: expected one that a tenant answered')
  const context = { ...metrics, now: report.finishedAt }
  return { origin, data, context, index: indexMetricsData(data, context) }
}
