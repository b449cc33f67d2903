import type { IncomingHttpHeaders } from 'node:http'
import { secretCheck } from '../../shared-secret.js'

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

/**
 * Accepts clients that know one of these tokens; several allow a change without a break.
 *
 * @example
 * webSocketSink({ host: '0.0.0.0', authenticate: sharedToken(process.env.STREAM_TOKEN ?? '') })
 *
 * @throws TypeError for a token of fewer than 16 characters
 */
export function sharedToken(...tokens: readonly string[]): Authenticate {
  const isKnown = secretCheck('sharedToken', tokens)
  return ({ token }) => (token !== undefined && isKnown(token) ? {} : null)
}
