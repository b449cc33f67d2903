import type { MockAnswer, MockCall } from './mock-call.js'
import { isLimit } from './mock-options.js'

/** Sees a call before it is executed; what it returns replaces the answer, part by part. */
export type Interceptor = (call: MockCall) => Partial<MockAnswer> | undefined

export interface Faults {
  /** Refuses calls beyond so many in any 60 seconds, from now on; `Infinity` lifts the limit. */
  rateLimit(limit: { readonly perMinute: number }): void
  /**
   * Lets a function answer calls; the first one that returns something wins.
   *
   * Parts left out come from the tenant, which then executes the call; a body of its own without
   * `call.proceed()` means the call was not executed. Returns a function that takes it away again.
   */
  intercept(interceptor: Interceptor): () => void
  /** Takes all faults away and restores the limit of the options. */
  clear(): void
}

export interface FaultState extends Faults {
  perMinute(): number
  answerOf(call: MockCall): Partial<MockAnswer> | undefined
}

export function createFaults(initialLimit: number): FaultState {
  let limit = initialLimit
  let interceptors: Interceptor[] = []
  return {
    rateLimit: ({ perMinute }) => {
      if (!isLimit(perMinute)) {
        throw new TypeError(
          `faults.rateLimit: perMinute expects a whole number above 0, or Infinity, received ${typeof perMinute}.`,
        )
      }
      limit = perMinute
    },
    intercept: (interceptor) => {
      if (typeof interceptor !== 'function') {
        throw new TypeError(`faults.intercept: expected a function, received ${typeof interceptor}.`)
      }
      // A wrapper of its own, so that a function added twice is taken away once.
      const entry: Interceptor = (call) => interceptor(call)
      interceptors.push(entry)
      return () => {
        interceptors = interceptors.filter((other) => other !== entry)
      }
    },
    clear: () => {
      limit = initialLimit
      interceptors = []
    },
    perMinute: () => limit,
    answerOf: (call) => {
      for (const interceptor of interceptors) {
        const answer = interceptor(call)
        if (answer !== undefined) return answer
      }
      return undefined
    },
  }
}
