import type { Product } from '../../client/surface.js'
import type { MockCall } from '../mock-call.js'
import { schemaModel } from '../schema-model.js'
import { type Check, type Checks, functionCheck, share, wholeNumber } from './fault-options.js'

/** Which calls a fault strikes; what is left out strikes all. */
export interface FaultWhen {
  /** Calls with one of these root fields. */
  operation?: string | readonly string[]
  /** Share of those calls, 0 to 1. @defaultValue 1 */
  rate?: number
  /** Strikes so many times, then never again. @defaultValue Infinity */
  count?: number
  /** Calls it answers true for. */
  when?: (call: MockCall) => boolean
  /** Of the choices by `rate` and of random waits; same seed, same calls. @defaultValue the tenant's seed and the place of the fault */
  seed?: number
}

const metaFields: readonly unknown[] = ['__typename', '__schema', '__type']

function operationOf(product: Product): Check {
  const isOperation = (name: unknown): boolean =>
    metaFields.includes(name) || (typeof name === 'string' && schemaModel(product).operations.has(name))
  return {
    expects: 'the name of an operation, or several',
    isFine: (value) =>
      Array.isArray(value) ? value.length > 0 && value.every(isOperation) : isOperation(value),
  }
}

export const whenChecksOf = (product: Product): Checks<FaultWhen> => ({
  operation: operationOf(product),
  rate: share,
  count: wholeNumber(1),
  when: functionCheck,
  seed: wholeNumber(0),
})

/** Numbers from 0 up to 1. */
export type Draw = () => number

/** Mulberry32: small, seeded, the same on every host. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Tells of each call whether the fault strikes; counts the ones it strikes. */
export function createMatcher(
  options: FaultWhen,
  draw: Draw,
  kind?: 'mutation',
): (call: MockCall) => boolean {
  const { rate = 1, count = Number.POSITIVE_INFINITY, when } = options
  const names = options.operation === undefined ? undefined : [options.operation].flat()
  let struck = 0
  return (call) => {
    if (struck >= count || (kind !== undefined && call.kind !== kind)) return false
    if (names !== undefined && !call.operations.some((name) => names.includes(name))) return false
    if (when !== undefined && !when(call)) return false
    if (rate < 1 && draw() >= rate) return false
    struck += 1
    return true
  }
}
