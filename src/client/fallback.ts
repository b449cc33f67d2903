import { atLeast, expect, oneOf } from '../option-checks.js'

/** Where rows come from: a real tenant, or a mock in its place. */
export type Origin = 'live' | 'mock'

/** A tenant that answers in place of the real one, such as the mock tenant of `./testing`. */
export interface FallbackTenant {
  /** Answers one call; the names of `headers` are in lower case. */
  handle(request: { readonly headers: Readonly<Record<string, string>>; readonly body: string }): Promise<{
    readonly status: number
    readonly body: string
    readonly headers?: Readonly<Record<string, string>>
  }>
  /** Sent to it; it never sees those of the real tenant. */
  readonly credentials?: { readonly apiKey: string; readonly tenantId: string }
}

export interface Fallback {
  /** What answers; it uses up nothing of the request limit. */
  readonly to: FallbackTenant
  /**
   * `unconfigured`: from the start and for good, when there are no credentials. `unreachable`: reads only, once
   * five in a row ended with `network` or HTTP 5xx, until a probe is answered.
   */
  readonly when: 'unconfigured' | 'unreachable'
  /** Wait before each probe of an unreachable tenant. @defaultValue 30000 */
  readonly probeEveryMs?: number
}

export interface ResolvedFallback {
  readonly to: FallbackTenant
  readonly when: Fallback['when']
  readonly probeEveryMs: number
  readonly credentials: { readonly apiKey: string; readonly tenantId: string }
}

const known = ['to', 'when', 'probeEveryMs']

/** @throws TypeError naming what is wrong. */
export function resolveFallback(fallback: Fallback): ResolvedFallback {
  expect(typeof fallback === 'object' && fallback !== null, 'fallback', 'an object', fallback)
  for (const name of Object.keys(fallback)) {
    if (!known.includes(name))
      throw new TypeError(`fallback.${name}: no such option; there are ${known.join(', ')}`)
  }
  const { to, when, probeEveryMs = 30_000 } = fallback
  const canHandle = typeof to === 'object' && to !== null && typeof to.handle === 'function'
  expect(canHandle, 'fallback.to', 'a tenant with handle({ headers, body })', to)
  const { apiKey = 'fallback', tenantId = 'fallback' } = to.credentials ?? {}
  return {
    to,
    when: oneOf('fallback.when', when, ['unconfigured', 'unreachable']),
    probeEveryMs: atLeast('fallback.probeEveryMs', probeEveryMs, 1),
    credentials: { apiKey, tenantId },
  }
}
