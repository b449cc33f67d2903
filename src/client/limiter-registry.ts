import { createHmac, randomBytes } from 'node:crypto'
import type { Limiter } from './limiter.js'

interface Registry {
  readonly salt: Buffer
  /** Numbers of functions and limiters, which it does not keep alive. */
  readonly numbers: WeakMap<object, number>
  last: number
  /** Limiters in use for each host, subdomain and token, as salted hashes. */
  readonly limiters: Map<string, number[]>
}

// The ESM and the CJS copy of this module see each other's clients. It only serves a warning.
const place = Symbol.for('@superhack/superops/limiters/1')

function registry(): Registry {
  const holder = globalThis as { [place]?: Registry }
  holder[place] ??= { salt: randomBytes(16), numbers: new WeakMap(), last: 0, limiters: new Map() }
  return holder[place]
}

function numberOf(value: object): number {
  const { numbers } = registry()
  const number = numbers.get(value) ?? ++registry().last
  numbers.set(value, number)
  return number
}

/** Whose budget a limiter keeps. */
export interface Spender {
  readonly url: string
  readonly tenantId: string
  /** Functions are told apart by identity. */
  readonly apiKey: string | (() => unknown)
}

/**
 * Notes that a client uses a limiter, until the function that it answers is called.
 *
 * @returns `contested` when another limiter is in use for the same host, subdomain and token.
 */
export function registerLimiter(
  limiter: Limiter,
  { url, tenantId, apiKey }: Spender,
): { readonly contested: boolean; release(): void } {
  const token = typeof apiKey === 'function' ? numberOf(apiKey) : apiKey.trim()
  const key = createHmac('sha256', registry().salt)
    .update(JSON.stringify([new URL(url).host, tenantId.toLowerCase(), token]))
    .digest('base64')
  const number = numberOf(limiter)
  const inUse = registry().limiters.get(key) ?? []
  registry().limiters.set(key, [...inUse, number])
  let released = false
  return {
    contested: inUse.some((other) => other !== number),
    release: () => {
      if (released) return
      released = true
      const left = [...(registry().limiters.get(key) ?? [])]
      left.splice(left.indexOf(number), 1)
      if (left.length > 0) registry().limiters.set(key, left)
      else registry().limiters.delete(key)
    },
  }
}
