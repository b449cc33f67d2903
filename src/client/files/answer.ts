import type { AxiosResponse } from 'axios'
import type * as E from 'fp-ts/lib/Either.js'
import type { SuperOpsError } from '../../errors.js'
import type { Call } from '../call.js'
import { readBody } from '../envelope.js'
import { refuseErrors } from '../execute.js'

/** The `data` of a JSON answer; throws with `call.failure` set when it is none. */
export function dataOf(response: AxiosResponse<string>, call: Call): E.Either<SuperOpsError, unknown> {
  const body = readBody(response)
  if (body.kind === 'answer') return refuseErrors(body, call)
  call.failure = body.failure
  throw new Error('no JSON answer')
}
