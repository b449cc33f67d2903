import { timingSafeEqual } from 'node:crypto'
import { signature } from './sign-webhook.js'
import { type WebhookSecrets, webhookKeys } from './webhook-keys.js'
import { WebhookVerificationError } from './webhook-verification-error.js'

/** Headers of Node (any case of letters), or of a web-standard request. */
export type HeadersLike =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | { get(name: string): string | null }

/** A request before its body is parsed. */
export interface RawWebhook {
  readonly headers: HeadersLike
  /** As it came over the wire: JSON that was parsed and written again has other bytes. */
  readonly body: string | Uint8Array
}

export interface VerifyOptions {
  /** How far the timestamp may lie from now, both ways. @defaultValue 300 */
  readonly toleranceSeconds?: number
  /** Epoch milliseconds. @defaultValue Date.now */
  readonly now?: () => number
}

/** What is known of a webhook that was verified. */
export interface VerifiedWebhook {
  readonly id: string
  /** Unix seconds of the attempt. */
  readonly timestamp: number
}

/**
 * Verifies a webhook by Standard Webhooks 1.0.0: one of its `v1` signatures has to be by one of the secrets.
 *
 * @throws WebhookVerificationError when it is not to be trusted
 * @throws TypeError when a secret does not fit
 */
export function verifyWebhook(
  webhook: RawWebhook & VerifyOptions & { readonly secret: WebhookSecrets },
): VerifiedWebhook {
  return verifyWith(webhookKeys('secret', webhook.secret), webhook, webhook)
}

/** The same with keys that were read before. */
export function verifyWith(
  keys: readonly Buffer[],
  { headers, body }: RawWebhook,
  { toleranceSeconds = 300, now = Date.now }: VerifyOptions = {},
): VerifiedWebhook {
  const id = header(headers, 'webhook-id')
  const time = header(headers, 'webhook-timestamp')
  const signatures = header(headers, 'webhook-signature')
  if (!id || !time || !signatures) throw new WebhookVerificationError('missing-header')
  if (!/^\d{1,15}$/.test(time)) throw new WebhookVerificationError('malformed-timestamp')
  const timestamp = Number(time)
  const age = Math.floor(now() / 1000) - timestamp
  if (age > toleranceSeconds) throw new WebhookVerificationError('too-old')
  if (-age > toleranceSeconds) throw new WebhookVerificationError('too-new')
  const expected = keys.map((key) => Buffer.from(signature(key, id, time, body)))
  const given = signatures.split(' ').map((each) => Buffer.from(each))
  const fits = expected.some((own) => given.some((each) => isSame(own, each)))
  if (!fits) throw new WebhookVerificationError('wrong-signature')
  return { id, timestamp }
}

const isSame = (left: Buffer, right: Buffer) => left.length === right.length && timingSafeEqual(left, right)

/** The one value of a header; undefined when there is none, or several. */
export function header(headers: HeadersLike, name: string): string | undefined {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined
  const values = Object.entries(headers).filter(([key]) => key.toLowerCase() === name)
  const value = values.length === 1 ? values[0]?.[1] : undefined
  return typeof value === 'string' ? value : undefined
}
