import type { MockAnswer } from '../mock-call.js'
import { oneOf, wholeNumber } from './fault-options.js'
import type { FaultWhen } from './fault-when.js'
import type { AnswerFault } from './interceptor.js'

export interface DropConnectionFault extends FaultWhen {
  /**
   * `before`: not executed, no answer. `during`: executed, half of the body is sent.
   * `after`: executed, no answer.
   *
   * @defaultValue 'before'
   */
  at?: 'before' | 'during' | 'after'
}

const half = ({ body }: MockAnswer): number => Math.floor(Buffer.byteLength(body) / 2)

export const dropConnection: AnswerFault<DropConnectionFault> = {
  name: 'dropConnection',
  checks: { at: oneOf('before', 'during', 'after') },
  create:
    ({ at = 'before' }) =>
    (call) => {
      if (at === 'before') return { destroy: true }
      const answer = call.proceed()
      return at === 'after' ? { destroy: true } : { partial: { bytes: half(answer), ending: 'drop' } }
    },
}

export interface StallBodyFault extends FaultWhen {
  /** Sent before the silence. @defaultValue half of the body */
  bytes?: number
}

export const stallBody: AnswerFault<StallBodyFault> = {
  name: 'stallBody',
  checks: { bytes: wholeNumber(0) },
  create:
    ({ bytes }) =>
    (call) => ({ partial: { bytes: bytes ?? half(call.proceed()), ending: 'stall' } }),
}
