import { isSuperOpsError, type SuperOpsError } from './errors.js'

/** What a call came to, for those who dislike try and catch. */
export type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SuperOpsError }

/**
 * Settles a call of the client into a value or its error.
 *
 * @throws what is no SuperOpsError, such as the TypeError of a wrong argument.
 * @example
 * const answer = await attempt(superops.tickets.get(ticketId))
 * if (answer.ok) console.log(answer.value.subject)
 * else console.error(answer.error.kind)
 */
export async function attempt<T>(call: PromiseLike<T>): Promise<Attempted<T>> {
  try {
    return { ok: true, value: await call }
  } catch (error) {
    if (isSuperOpsError(error)) return { ok: false, error }
    throw error
  }
}
