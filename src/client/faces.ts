import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Operations } from '../entities/generated/operations.js'
import {
  type MutationName,
  type OperationName,
  operationNames,
  operationRow,
  type QueryName,
} from '../entities/operation.js'
import type { FieldNames } from '../entities/selection.js'
import { ApiError, type SuperOpsError } from '../errors.js'
import { parseInstant } from '../values/instant.js'
import type { AnyListOptions } from './collection-pages.js'
import { type CollectionName, type Collections, collections } from './collections.js'
import type { Answer } from './execute-operation.js'
import { createList, type List } from './list.js'
import type { CallBounds } from './options.js'
import type { FetchedPage } from './pages.js'
import type { Verify } from './verified-write.js'

/** Bounds of one call, in place of the client's. */
export interface CallOptions extends CallBounds {
  readonly signal?: AbortSignal
}

type Call<Name extends OperationName> =
  Record<string, never> extends Operations[Name]['variables']
    ? (
        variables?: Operations[Name]['variables'],
        options?: CallOptions,
      ) => Promise<Operations[Name]['result']>
    : (variables: Operations[Name]['variables'], options?: CallOptions) => Promise<Operations[Name]['result']>

/** Every query of the API by its vendor name. */
export type Queries = { readonly [Name in QueryName]: Call<Name> }
export interface MutationOptions<Name extends MutationName> extends CallOptions {
  /**
   * When a failure leaves it unclear whether the write was applied, look: found, the call resolves; surely
   * absent, it rejects with `write.because: 'verified-absent'`.
   */
  readonly verify?: Verify<Name>
}

/** Every mutation of the API by its vendor name. Sent once, unless it surely was not executed. */
export type Mutations = {
  readonly [Name in MutationName]: (
    variables: Operations[Name]['variables'],
    options?: MutationOptions<Name>,
  ) => Promise<Operations[Name]['result']>
}

export interface RunOptions extends CallOptions {
  readonly pick?: FieldNames
  /** Lists have no deadline of their own. */
  readonly deadline?: 'none'
  /** A read of the tenant that writes go to, whatever answers other reads. */
  readonly withWrites?: true
}

/** Runs one operation of the table; what every face is made of. */
export type Run = (
  operation: OperationName,
  variables: Record<string, unknown>,
  options?: RunOptions,
) => TaskEither<SuperOpsError, Answer<unknown>>

const isMutation = (name: OperationName): name is MutationName => operationRow(name).kind === 'mutation'

/** Rejects with the Left of a task. */
export async function orThrow<A>(task: TaskEither<SuperOpsError, A>): Promise<A> {
  const result = await task()
  if (E.isLeft(result)) throw result.left
  return result.right
}

export function queryFace(run: Run): Queries {
  const face: Record<string, unknown> = {}
  for (const name of operationNames) {
    if (isMutation(name)) continue
    face[name] = async (variables: Record<string, unknown> = {}, options: CallOptions = {}) =>
      (await orThrow(run(name, variables, options))).value
  }
  return face as Queries
}

export function mutationFace(run: Run, settleMs: number): Mutations {
  const face: Record<string, unknown> = {}
  for (const operation of operationNames) {
    if (!isMutation(operation)) continue
    face[operation] = async (
      variables: Operations[MutationName]['variables'],
      { verify, ...call }: MutationOptions<MutationName> = {},
    ) => {
      const send = async () => (await orThrow(run(operation, variables, call))).value as never
      if (verify === undefined) return send()
      const query = queryFace((name, input, options) =>
        run(name, input, { ...call, ...options, withWrites: true }),
      )
      const { verifiedWrite } = await import('./verified-write.js')
      return verifiedWrite({ operation, variables, verify, query, settleMs, send })
    }
  }
  return face as Mutations
}

function integerUpTo(most: number, name: string, value: unknown, byDefault: number): number {
  if (value === undefined) return byDefault
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new TypeError(
    `${name}: expected an integer from 1 to ${most}, received ${typeof value === 'number' ? value : typeof value}`,
  )
}

function limitOf(value: unknown): number | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 1))
    return value
  throw new TypeError(
    `limit: expected an integer of at least 1, received ${typeof value === 'number' ? value : typeof value}`,
  )
}

function timeOf(name: string, value: unknown): number {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? parseInstant(value) : NaN
  if (Number.isNaN(time)) throw new TypeError(`${name}: expected a time, received ${typeof value}`)
  return time
}

type Row = Record<string, unknown>

/** Told of each page, for the client's events. */
export interface ListListener {
  onPage(operation: OperationName, requestId: string, page: number, fetched: FetchedPage<unknown>): void
  onUnseenIssues(operation: OperationName, issues: number): void
}

function listFace(
  run: Run,
  name: CollectionName,
  options: AnyListOptions,
  listener: ListListener,
): List<Row> {
  const { list: operation } = collections[name]
  const bounds = {
    pageSize: integerUpTo(100, 'pageSize', options.pageSize, 100),
    lookAhead: integerUpTo(10, 'lookAhead', options.lookAhead, 1),
    limit: limitOf(options.limit) ?? Number.POSITIVE_INFINITY,
    ...(options.since !== undefined && { since: timeOf('since', options.since) }),
  }
  let requestId = ''
  return createList<Row>({
    async *walk(most = Number.POSITIVE_INFINITY) {
      const { collectionPages } = await import('./collection-pages.js')
      const own = { ...bounds, limit: Math.min(bounds.limit, most) }
      yield* collectionPages(run, name, options, own, (page, fetched, answered) => {
        requestId = answered
        listener.onPage(operation, answered, page, fetched)
      })
    },
    onUnseen: (page) => listener.onUnseenIssues(operation, page.issues.length),
    facts: () => ({ operation, requestId, attempts: [], retryable: false }),
  })
}

const noSuchEntity = { code: 'entity_does_not_exist' } as const

async function getRow(
  run: Run,
  operation: OperationName,
  key: string,
  id: string,
  options: CallOptions,
): Promise<unknown> {
  if (typeof id !== 'string' || id.trim() === '')
    throw new TypeError(
      `${operation}: expected the ${key} of a row, received ${id === '' ? 'a blank text' : typeof id}`,
    )
  const { value, call } = await orThrow(run(operation, { input: { [key]: id } }, options))
  if (value === null) throw new ApiError(call.facts(false), [noSuchEntity], [], [])
  return value
}

export function collectionFaces(run: Run, listener: ListListener): Collections {
  const faces: Record<string, unknown> = {}
  for (const name of Object.keys(collections) as CollectionName[]) {
    const row: { list: OperationName; get?: OperationName; key: string } = collections[name]
    const { get } = row
    faces[name] = {
      list: (options: AnyListOptions = {}) => listFace(run, name, options, listener),
      ...(get !== undefined && {
        get: (id: string, options: CallOptions = {}) => getRow(run, get, row.key, id, options),
      }),
    }
  }
  return faces as Collections
}
