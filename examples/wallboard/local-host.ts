import type { IncomingMessage } from 'node:http'

const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a request came by a name of this machine, and not by that of a foreign page, which may let a name of its own
 * point here.
 */
export function isLocalRequest({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { host = '', origin } = headers
  if (!local.has(host.replace(/:\d+$/, ''))) return false
  return origin === undefined || origin === `http://${host}`
}
