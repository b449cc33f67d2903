import { internalErrorAnswer } from './answer-faults.js'
import { FaultOptionError, milliseconds, oneOf } from './fault-options.js'
import type { FaultWhen } from './fault-when.js'
import type { AnswerFault } from './interceptor.js'

/** Strikes mutations only. */
export interface AmbiguousWriteFault extends FaultWhen {
  /** Whether the write happened; `random` draws it evenly. @defaultValue 'random' */
  applied?: boolean | 'random'
  /**
   * `internal-error`: the body that live tenants answer. `lost`: the connection ends.
   * `late`: after `delayMs` the true answer, or the internal error when the write was not applied.
   *
   * @defaultValue 'internal-error'
   */
  answer?: 'internal-error' | 'lost' | 'late'
  /** Wait before the answer, or its loss. @defaultValue 0 */
  delayMs?: number
}

export const ambiguousWrite: AnswerFault<AmbiguousWriteFault> = {
  name: 'ambiguousWrite',
  only: 'mutation',
  checks: {
    applied: oneOf(true, false, 'random'),
    answer: oneOf('internal-error', 'lost', 'late'),
    delayMs: milliseconds,
  },
  create: ({ applied = 'random', answer = 'internal-error', delayMs = 0 }, { draw }) => {
    if (answer === 'late' && delayMs === 0)
      throw new FaultOptionError(
        'ambiguousWrite',
        'delayMs',
        'delayMs expects more than 0 when answer is late.',
      )
    return (call) => {
      const isApplied = applied === 'random' ? draw() < 0.5 : applied
      if (isApplied) call.proceed()
      if (answer === 'lost') return { destroy: true, delayMs }
      if (answer === 'late' && isApplied) return { delayMs }
      return { ...internalErrorAnswer(call), delayMs }
    }
  },
}
