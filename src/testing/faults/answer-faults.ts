import type { MockAnswer, MockCall } from '../mock-call.js'
import { needed, share, text, wholeNumber } from './fault-options.js'
import type { FaultWhen } from './fault-when.js'
import type { AnswerFault } from './interceptor.js'

const status5xx = { expects: 'an HTTP status from 400 to 599', isFine: isErrorStatus }

function isErrorStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599
}

/** As live tenants answer it: one entry without path, every operation null. */
export function internalErrorAnswer({ responseKeys }: MockCall): Partial<MockAnswer> {
  const data = responseKeys.length === 0 ? null : Object.fromEntries(responseKeys.map((key) => [key, null]))
  return {
    body: JSON.stringify({ errors: [{ message: 'Internal Server Error(s) while executing query' }], data }),
  }
}

export const internalError: AnswerFault<FaultWhen> = {
  name: 'internalError',
  checks: {},
  create: () => internalErrorAnswer,
}

export const malformedJson: AnswerFault<FaultWhen> = {
  name: 'malformedJson',
  checks: {},
  create: () => (call) => {
    const answer = call.proceed()
    return { ...answer, body: `${answer.body}}` }
  },
}

export interface TruncatedBodyFault extends FaultWhen {
  /** Share of the characters that is left. @defaultValue 0.5 */
  share?: number
}

export const truncatedBody: AnswerFault<TruncatedBodyFault> = {
  name: 'truncatedBody',
  checks: { share },
  create:
    ({ share: left = 0.5 }) =>
    (call) => {
      const answer = call.proceed()
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length * left)) }
    },
}

export interface HtmlErrorFault extends FaultWhen {
  /** @defaultValue 502 */
  status?: number
}

export const htmlError: AnswerFault<HtmlErrorFault> = {
  name: 'htmlError',
  checks: { status: status5xx },
  create:
    ({ status = 502 }) =>
    () => ({
      status,
      headers: { 'content-type': 'text/html' },
      body: `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center><hr><center>nginx</center></body></html>\n`,
    }),
}

export interface StatusFault extends FaultWhen {
  /** 400 to 599. */
  status: number
  /** @defaultValue '' */
  body?: string
  /** Sent as `Retry-After`. @defaultValue no such header */
  retryAfterSeconds?: number
}

export const statusFault: AnswerFault<StatusFault> = {
  name: 'status',
  checks: { status: needed(status5xx), body: text, retryAfterSeconds: wholeNumber(0) },
  create:
    ({ status, body = '', retryAfterSeconds }) =>
    () => ({
      status,
      headers: {
        ...(body !== '' && { 'content-type': 'text/plain' }),
        ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      },
      body,
    }),
}
