/**
 * Why the server ends a connection. A client that is closed with 4000 to 4499 comes back and goes on where it
 * stood, one that is closed with 4500 to 4999 does not.
 */
export const closeCodes = {
  notText: { code: 1003, reason: 'text frames only' },
  shutdown: { code: 4001, reason: 'shutdown' },
  internal: { code: 4004, reason: 'internal error' },
  expired: { code: 4005, reason: 'credentials expired' },
  slow: { code: 4008, reason: 'slow consumer' },
  reconnect: { code: 4011, reason: 'planned reconnect' },
  noPong: { code: 4012, reason: 'no pong' },
  commandRate: { code: 4013, reason: 'too many commands' },
  invalidToken: { code: 4500, reason: 'invalid token' },
  badRequest: { code: 4501, reason: 'bad request' },
  noConnect: { code: 4502, reason: 'no connect in time' },
  subscriptionLimit: { code: 4505, reason: 'too many subscriptions' },
  tooManyErrors: { code: 4509, reason: 'too many errors' },
} as const satisfies Record<string, { readonly code: number; readonly reason: string }>

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]
