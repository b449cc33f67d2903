import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { expect } from '../../option-checks.js'

/** What a client shows of itself. */
export interface Credentials {
  /** From `Authorization: Bearer`, the first frame, or the query where that is allowed. */
  readonly token: string | undefined
  /** Of the upgrade, so that cookies can be read. */
  readonly headers: IncomingHttpHeaders
  readonly address: string
}

/** What a client may do. */
export interface Identity {
  /** When it must show itself again. @defaultValue never */
  readonly expiresAt?: Date
  /** The streams it may read. @defaultValue all */
  readonly streams?: readonly string[]
}

/** Tells who a client is, null for one that is refused. Called with no token for browsers that only send cookies. */
export type Authenticate = (credentials: Credentials) => Identity | null | Promise<Identity | null>

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Accepts clients that know one of these tokens; several allow a change without a break.
 *
 * @example
 * webSocketSink({ host: '0.0.0.0', authenticate: sharedToken(process.env.STREAM_TOKEN ?? '') })
 *
 * @throws TypeError for a token of fewer than 16 characters
 */
export function sharedToken(...tokens: readonly string[]): Authenticate {
  const isLongEnough = (token: unknown) => typeof token === 'string' && token.length >= 16
  expect(
    tokens.length > 0 && tokens.every(isLongEnough),
    'sharedToken',
    'texts of 16 characters or more',
    tokens[0],
  )
  const known = tokens.map(digest)
  return ({ token }) => {
    if (token === undefined) return null
    const given = digest(token)
    // All of them, so that the time tells nothing.
    const found = known.map((one) => timingSafeEqual(one, given))
    return found.includes(true) ? {} : null
  }
}
