import type { MockAnswer, MockCall } from '../mock-call.js'
import type { Checks } from './fault-options.js'
import type { Draw, FaultWhen } from './fault-when.js'

/** Sees a call before it is executed; what it returns replaces the answer, part by part. */
export type Interceptor = (call: MockCall) => Partial<MockAnswer> | undefined

export interface FaultTools {
  readonly draw: Draw
  /** Milliseconds of the tenant's clock. */
  readonly clock: () => number
}

/** A ready fault: its options and the interceptor made of them. */
export interface AnswerFault<Options extends FaultWhen> {
  readonly name: string
  readonly checks: Checks<Omit<Options, keyof FaultWhen>>
  /** Strikes calls of this kind only. */
  readonly only?: 'mutation'
  /** Changes whatever the other faults answer, so it comes before them. */
  readonly outer?: boolean
  create(options: Options, tools: FaultTools): Interceptor
}

const json = { 'content-type': 'application/json' }

/** Answers a call through the interceptors: each sees the answer of those behind it as that of the tenant. */
export function answerThrough(interceptors: readonly Interceptor[], call: MockCall): MockAnswer {
  const [first, ...rest] = interceptors
  if (first === undefined) return call.proceed()
  let answer: MockAnswer | undefined
  const proceed = (): MockAnswer => {
    answer ??= answerThrough(rest, call)
    return answer
  }
  const part = first({ ...call, proceed })
  if (part === undefined) return proceed()
  if (part.body === undefined && part.destroy !== true) return { ...proceed(), ...part }
  return { status: 200, headers: json, body: '', ...part }
}
