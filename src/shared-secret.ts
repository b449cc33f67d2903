import { createHash, timingSafeEqual } from 'node:crypto'
import { expect } from './option-checks.js'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Tells whether a text is one of these, in a time that tells nothing of them.
 *
 * @throws TypeError naming the option for none, or one of fewer than 16 characters.
 */
export function secretCheck(option: string, secrets: readonly string[]): (given: string) => boolean {
  const isLongEnough = (secret: unknown) => typeof secret === 'string' && secret.length >= 16
  const wrong = Array.isArray(secrets) ? secrets.find((secret) => !isLongEnough(secret)) : secrets
  const fits = Array.isArray(secrets) && secrets.length > 0 && secrets.every(isLongEnough)
  expect(fits, option, 'texts of 16 characters or more', wrong)
  const known = secrets.map(digest)
  return (given) => {
    const own = digest(given)
    // All of them, so that the time tells nothing.
    return known.map((one) => timingSafeEqual(one, own)).includes(true)
  }
}
