import type { Product } from '../client/surface.js'
import {
  type HtmlErrorFault,
  htmlError,
  internalError,
  malformedJson,
  type StatusFault,
  statusFault,
  type TruncatedBodyFault,
  truncatedBody,
} from './faults/answer-faults.js'
import {
  type DropConnectionFault,
  dropConnection,
  type StallBodyFault,
  stallBody,
} from './faults/connection-faults.js'
import type { Distortion, DistortionFault } from './faults/distortion.js'
import { type Check, checkOptions, FaultOptionError, needed } from './faults/fault-options.js'
import { createDraw, createMatcher, type Draw, type FaultWhen, whenChecksOf } from './faults/fault-when.js'
import { type AnswerFault, answerThrough, type Interceptor } from './faults/interceptor.js'
import { type NullInNonNullFault, nullInNonNull } from './faults/null-in-non-null.js'
import { type SchemaDriftFault, schemaDrift } from './faults/schema-drift.js'
import {
  type ClockSkewFault,
  clockSkew,
  type DripFault,
  drip,
  type LatencyFault,
  latency,
} from './faults/timing-faults.js'
import { type AmbiguousWriteFault, ambiguousWrite } from './faults/write-faults.js'
import type { MockAnswer, MockCall } from './mock-call.js'
import { isLimit } from './mock-options.js'

/** Takes a fault away again. */
export type RemoveFault = () => void

/**
 * Ways in which the tenant fails. Each strikes the calls that its {@link FaultWhen} describes, all by default,
 * and returns a function that takes it away. Wrong options are a TypeError that names them.
 */
export interface Faults {
  /** Refuses calls beyond so many in any 60 seconds, from now on; `Infinity` lifts the limit. */
  rateLimit(limit: { readonly perMinute: number }): RemoveFault
  /** Waits before the answer: `{ ms }`, `{ min, max }` or, log-normal, `{ median, p99 }`. */
  latency(options: LatencyFault): RemoveFault
  /** Ends the connection before, during or after the answer; half of the body is sent `during`. */
  dropConnection(options?: DropConnectionFault): RemoveFault
  /** Sends the head and a part of the body, then nothing more. Executed. */
  stallBody(options?: StallBodyFault): RemoveFault
  /** Sends the body in pieces. Executed. */
  drip(options?: DripFault): RemoveFault
  /** The internal error of live tenants, inside HTTP 200. Not executed. */
  internalError(options?: FaultWhen): RemoveFault
  /** Mutations of which the answer does not tell whether they happened. */
  ambiguousWrite(options?: AmbiguousWriteFault): RemoveFault
  /** HTTP 200 with a brace too many. Executed. */
  malformedJson(options?: FaultWhen): RemoveFault
  /** HTTP 200 with the first part of the body, as if it were all. Executed. */
  truncatedBody(options?: TruncatedBodyFault): RemoveFault
  /** A page of a proxy, 502 unless told. Not executed. */
  htmlError(options?: HtmlErrorFault): RemoveFault
  /** An HTTP status from 400 to 599, with body and `Retry-After` where given. Not executed. */
  status(options: StatusFault): RemoveFault
  /** A required field is null, with the error that follows. */
  nullInNonNull(options: NullInNonNullFault): RemoveFault
  /** The schema has changed. */
  schemaDrift(options: SchemaDriftFault): RemoveFault
  /** Shifts the header `Date`. */
  clockSkew(options: ClockSkewFault): RemoveFault
  /**
   * Lets a function answer calls, in the order they were added.
   *
   * Parts left out come from those after it and last from the tenant, which then executes the call; a body
   * of its own without `call.proceed()` means the call was not executed.
   */
  intercept(interceptor: Interceptor): RemoveFault
  /** Takes all faults away and restores the limit of the options. */
  clear(): void
}

export interface FaultState extends Faults {
  perMinute(): number
  answerOf(call: MockCall): MockAnswer
  /** What strikes the execution of a call; counts as struck. */
  distortionsOf(call: MockCall): readonly Distortion[]
}

/** Values that can be added and taken away one by one, also when they are equal. */
class Stack<Value> {
  #entries: { readonly value: Value }[] = []
  get values(): readonly Value[] {
    return this.#entries.map(({ value }) => value)
  }
  add(value: Value): RemoveFault {
    const entry = { value }
    this.#entries.push(entry)
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry)
    }
  }
  clear(): void {
    this.#entries = []
  }
}

const perMinuteCheck: Check = needed({ expects: 'a whole number above 0, or Infinity', isFine: isLimit })

export interface FaultSettings {
  readonly product: Product
  readonly perMinute: number
  readonly seed: number
  readonly clock: () => number
}

export function createFaults({ product, perMinute, seed, clock }: FaultSettings): FaultState {
  const whenChecks = whenChecksOf(product)
  const limits = new Stack<number>()
  const outer = new Stack<Interceptor>()
  const inner = new Stack<Interceptor>()
  const distortions = new Stack<(call: MockCall) => Distortion | undefined>()
  let added = 0

  function drawOf(options: FaultWhen): Draw {
    // The golden ratio spreads neighbouring seeds and places.
    const place = Math.imul(added++, 0x9e3779b1)
    return createDraw(options.seed ?? seed ^ place)
  }

  function answering<Options extends FaultWhen>(fault: AnswerFault<Options>) {
    return (options: Options): RemoveFault => {
      checkOptions<FaultWhen>(fault.name, options, { ...fault.checks, ...whenChecks })
      const draw = drawOf(options)
      const interceptor = fault.create(options, { draw, clock })
      const strikes = createMatcher(options, draw, fault.only)
      const stack = fault.outer === true ? outer : inner
      return stack.add((call) => (strikes(call) ? interceptor(call) : undefined))
    }
  }

  function distorting<Options extends FaultWhen>(fault: DistortionFault<Options>) {
    return (options: Options): RemoveFault => {
      checkOptions<FaultWhen>(fault.name, options, { ...fault.checks, ...whenChecks })
      const distortion = fault.create(options, product)
      const strikes = createMatcher(options, drawOf(options))
      return distortions.add((call) => (strikes(call) ? distortion : undefined))
    }
  }

  const optional =
    <Options extends object>(add: (options: Options) => RemoveFault) =>
    (options: Options = {} as Options) =>
      add(options)

  return {
    rateLimit: (options) => {
      checkOptions('rateLimit', options, { perMinute: perMinuteCheck })
      return limits.add(options.perMinute)
    },
    latency: answering(latency),
    dropConnection: optional(answering(dropConnection)),
    stallBody: optional(answering(stallBody)),
    drip: optional(answering(drip)),
    internalError: optional(answering(internalError)),
    ambiguousWrite: optional(answering(ambiguousWrite)),
    malformedJson: optional(answering(malformedJson)),
    truncatedBody: optional(answering(truncatedBody)),
    htmlError: optional(answering(htmlError)),
    status: answering(statusFault),
    nullInNonNull: distorting(nullInNonNull),
    schemaDrift: distorting(schemaDrift),
    clockSkew: answering(clockSkew),
    intercept: (interceptor) => {
      if (typeof interceptor !== 'function')
        throw new FaultOptionError(
          'intercept',
          'interceptor',
          `expected a function, received ${typeof interceptor}.`,
        )
      return inner.add(interceptor)
    },
    clear: () => {
      for (const stack of [limits, outer, inner, distortions]) stack.clear()
      added = 0
    },
    perMinute: () => limits.values.at(-1) ?? perMinute,
    answerOf: (call) => answerThrough([...outer.values, ...inner.values], call),
    distortionsOf: (call) => distortions.values.flatMap((strike) => strike(call) ?? []),
  }
}
