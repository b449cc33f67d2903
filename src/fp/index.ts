import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { attempt } from '../attempt.js'
import type { ClientOf } from '../client/client.js'
import type { Mutations, Queries } from '../client/faces.js'
import type { It } from '../client/it-surface.js'
import type { Msp } from '../client/msp-surface.js'
import type { SurfaceTypes } from '../client/surface.js'
import type { SuperOpsError } from '../errors.js'

/**
 * Makes any call of the client a task that is started when it is run.
 *
 * What is no SuperOpsError, such as the TypeError of a wrong argument, rejects.
 *
 * @example
 * const newest = taskEither(() => superops.tickets.list({ limit: 20 }).toArray())
 */
export const taskEither =
  <A>(call: () => PromiseLike<A>): TaskEither<SuperOpsError, A> =>
  async () => {
    const answer = await attempt(call())
    return answer.ok ? E.right(answer.value) : E.left(answer.error)
  }

/** A call as a task of what it answers. */
export type Task<Call> = Call extends (...args: infer Args) => Promise<infer A>
  ? (...args: Args) => TaskEither<SuperOpsError, A>
  : never

/** All operations of a product by their vendor names, as tasks. */
export interface Tasks<S extends SurfaceTypes = Msp> {
  readonly query: { readonly [Name in keyof Queries<S>]: Task<Queries<S>[Name]> }
  readonly mutation: { readonly [Name in keyof Mutations<S>]: Task<Mutations<S>[Name]> }
}

type AnyCall = (...args: unknown[]) => Promise<unknown>

const tasksOf = (face: object) =>
  Object.fromEntries(
    Object.entries(face as Record<string, AnyCall>).map(([name, call]) => [
      name,
      (...args: unknown[]) => taskEither(() => call(...args)),
    ]),
  )

/** The operations of a client as `TaskEither<SuperOpsError, A>`. */
export function tasks(client: ClientOf<It>): Tasks<It>
export function tasks(client: ClientOf<Msp>): Tasks
export function tasks({ query, mutation }: { readonly query: object; readonly mutation: object }): object {
  return { query: tasksOf(query), mutation: tasksOf(mutation) }
}
