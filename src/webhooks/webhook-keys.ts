import { randomBytes } from 'node:crypto'
import { expect } from '../option-checks.js'

/** One secret, or several while one takes the place of another: the first is the current one. */
export type WebhookSecrets = string | readonly string[]

const prefix = 'whsec_'
const base64 = /^[A-Za-z0-9+/]+={0,2}$/
const lengths = { least: 24, most: 64 }

/**
 * Makes a secret of 32 random bytes, as `whsec_` and base64.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const createWebhookSecret = (): string => prefix + randomBytes(32).toString('base64')

/** @throws TypeError naming the option, never showing the secret. */
export function webhookKeys(option: string, secrets: WebhookSecrets): readonly Buffer[] {
  const list: readonly unknown[] = Array.isArray(secrets) ? secrets : [secrets]
  expect(list.length > 0, option, 'a secret', secrets)
  return list.map((secret) => keyOf(option, secret))
}

function keyOf(option: string, secret: unknown): Buffer {
  const form = `${prefix} and base64 of ${lengths.least} to ${lengths.most} bytes`
  expect(typeof secret === 'string', option, form, secret)
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret
  const key = Buffer.from(text, 'base64')
  const fits = base64.test(text) && key.length >= lengths.least && key.length <= lengths.most
  if (!fits) throw new TypeError(`${option}: expected ${form}, received another text`)
  return key
}
