import type { ClientErrorCode } from './errors/operation-failure.js'
import type { ResolvedMockOptions, Subscription } from './mock-options.js'

const bySubscription: Readonly<Record<Subscription, ClientErrorCode | undefined>> = {
  active: undefined,
  trialExpired: 'subscription_trial_expired',
  paused: 'subscription_paused',
  cancelled: 'subscription_cancelled',
}

/** Why the tenant's subscription or the user of the token has no right to these operations. */
export function missingRight(
  { forbidden, subscription }: Pick<ResolvedMockOptions, 'forbidden' | 'subscription'>,
  operations: readonly string[],
): ClientErrorCode | undefined {
  return (
    bySubscription[subscription] ?? (operations.some((name) => forbidden.has(name)) ? 'forbidden' : undefined)
  )
}
