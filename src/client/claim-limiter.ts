import { registerLimiter } from './limiter-registry.js'
import type { ResolvedOptions, UnconfiguredOptions } from './options.js'

/** Warns when another client spends the same budget without knowing of this one; answers what ends the claim. */
export function claimLimiter(apiKey: UnconfiguredOptions['apiKey'], options: ResolvedOptions): () => void {
  const { limiter, url, tenantId, logger } = options
  // A fallback from the start spends nothing.
  if (apiKey === undefined || limiter.stats().requestsPerMinute === Number.POSITIVE_INFINITY)
    return () => undefined
  const { contested, release } = registerLimiter(limiter, { url, tenantId, apiKey })
  if (contested)
    logger?.warn(
      { url, tenantId },
      'another client of this tenant and token has a limiter of its own, so that together they exceed the limit: ' +
        'pass both the same createLimiter(...), see docs/limits.md',
    )
  return release
}
