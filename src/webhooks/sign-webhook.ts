import { createHmac } from 'node:crypto'
import { expect } from '../option-checks.js'
import { type WebhookSecrets, webhookKeys } from './webhook-keys.js'

/** What a signature covers. */
export interface SignedParts {
  /** The same for each attempt; without a full stop. */
  readonly id: string
  /** Unix seconds of the attempt. */
  readonly timestamp: number
  /** As it goes over the wire; a text in UTF-8. */
  readonly body: string | Uint8Array
}

/** The three headers of Standard Webhooks. */
export type WebhookHeaders = {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/**
 * Signs a webhook as Standard Webhooks 1.0.0 says: HMAC-SHA256 by each of the secrets.
 *
 * @throws TypeError when a secret, the id or the timestamp does not fit
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signWebhook(parts: SignedParts & { readonly secret: WebhookSecrets }): WebhookHeaders {
  return signWith(webhookKeys('secret', parts.secret), parts)
}

/** The same with keys that were read before. */
export function signWith(keys: readonly Buffer[], parts: SignedParts): WebhookHeaders {
  const { id, timestamp } = parts
  expect(/^[\x21-\x2d\x2f-\x7e]+$/.test(id), 'id', 'visible ASCII without a full stop', id)
  expect(Number.isSafeInteger(timestamp) && timestamp >= 0, 'timestamp', 'Unix seconds', timestamp)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': keys.map((key) => signature(key, id, String(timestamp), parts.body)).join(' '),
  }
}

export const signature = (key: Buffer, id: string, timestamp: string, body: string | Uint8Array): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`
