import { atLeast, expect } from '../option-checks.js'
import { type ReplayGuard, replayGuard } from './replay-guard.js'
import { type RawWebhook, type VerifyOptions, verifyWith } from './verify-webhook.js'
import { type WebhookSecrets, webhookKeys } from './webhook-keys.js'

/** A webhook that was verified and is seen for the first time. */
export interface ReceivedWebhook {
  /** The same for each delivery of it. */
  readonly id: string
  /** The parsed JSON. */
  readonly payload: unknown
  readonly body: Uint8Array
}

/** Throws or rejects when a webhook is not to be trusted; may answer its id. */
export type Verifier = (
  webhook: RawWebhook & { readonly body: Uint8Array },
  // biome-ignore lint/suspicious/noConfusingVoidType: a verifier without a return fits
) => void | { readonly id?: string } | Promise<void | { readonly id?: string }>

/** How a webhook shows that it may be trusted, once. */
export interface SignatureOptions extends VerifyOptions {
  /** Of Standard Webhooks; several while one is replaced. This or `verify` is needed. */
  readonly secret?: WebhookSecrets
  /** For senders that sign otherwise; a webhook whose id it does not answer is known by the hash of its body. */
  readonly verify?: Verifier
  /** @defaultValue one in memory, for this receiver */
  readonly replay?: ReplayGuard
}

export interface ReceiverOptions extends SignatureOptions {
  /** Resolves once the webhook is safely kept: the sender is then told that it arrived, and sends it no more. */
  readonly handle: (webhook: ReceivedWebhook) => void | Promise<void>
  /** Told why a webhook was answered with an error; the sender is not. */
  readonly onError?: (error: unknown) => void
  /** A longer body is answered with 413. @defaultValue 1 MiB */
  readonly maxBytes?: number
  /** A body that takes longer is answered with 408. @defaultValue 10 000 */
  readonly readTimeoutMs?: number
}

export type ResolvedReceiver = Required<Omit<ReceiverOptions, 'now' | 'secret' | 'toleranceSeconds'>>

/** @throws TypeError naming the option that does not fit. */
export function resolveReceiver(options: ReceiverOptions): ResolvedReceiver {
  const { handle, onError = () => {}, replay = replayGuard() } = options
  expect(typeof handle === 'function', 'handle', 'a function', handle)
  expect(typeof onError === 'function', 'onError', 'a function', onError)
  return {
    ...{ handle, onError, replay, verify: verifierOf(options) },
    maxBytes: atLeast('maxBytes', options.maxBytes ?? 1024 * 1024, 1),
    readTimeoutMs: atLeast('readTimeoutMs', options.readTimeoutMs ?? 10_000, 1),
  }
}

/** @throws TypeError naming the option that does not fit. */
export function verifierOf({ secret, verify, toleranceSeconds, now }: SignatureOptions): Verifier {
  if (secret === undefined) {
    expect(typeof verify === 'function', 'secret', 'a secret, unless `verify` is a function', secret)
    return verify
  }
  expect(verify === undefined, 'verify', 'none beside `secret`', verify)
  const keys = webhookKeys('secret', secret)
  atLeast('toleranceSeconds', toleranceSeconds ?? 0, 0)
  const limits = {
    ...(toleranceSeconds !== undefined && { toleranceSeconds }),
    ...(now !== undefined && { now }),
  }
  return (webhook) => verifyWith(keys, webhook, limits)
}
