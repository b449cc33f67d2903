import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { MutationOf, QueryOf, ResultOf, VariablesOf } from '../entities/operation.js'
import { kindOfOperation, operationNamesOf } from '../entities/operation-kinds.js'
import type { OperationTexts } from '../entities/schema.js'
import type { FieldNames } from '../entities/selection.js'
import { ApiError, type SuperOpsError } from '../errors.js'
import { parseInstant } from '../values/instant.js'
import type { AnyListOptions } from './collection-pages.js'
import type { Answer } from './execute-operation.js'
import { createList, type List } from './list.js'
import type { Msp } from './msp-surface.js'
import type { CallBounds } from './options.js'
import type { FetchedPage } from './pages.js'
import type { CollectionRow, Surface, SurfaceTypes } from './surface.js'
import type { Verify } from './verified-write.js'

/** Bounds of one call, in place of the client's. */
export interface CallOptions extends CallBounds {
  readonly signal?: AbortSignal
}

type Call<Operation> =
  Record<string, never> extends VariablesOf<Operation>
    ? (variables?: VariablesOf<Operation>, options?: CallOptions) => Promise<ResultOf<Operation>>
    : (variables: VariablesOf<Operation>, options?: CallOptions) => Promise<ResultOf<Operation>>

/** Every query of the API by its vendor name. */
export type Queries<S extends SurfaceTypes = Msp> = {
  readonly [Name in QueryOf<S['operations']>]: Call<S['operations'][Name]>
}
export interface MutationOptions<Name extends MutationOf<S['operations']>, S extends SurfaceTypes = Msp>
  extends CallOptions {
  /**
   * When a failure leaves it unclear whether the write was applied, look: found, the call resolves; surely
   * absent, it rejects with `write.because: 'verified-absent'`.
   */
  readonly verify?: Verify<Name, S>
}

/** Every mutation of the API by its vendor name. Sent once, unless it surely was not executed. */
export type Mutations<S extends SurfaceTypes = Msp> = {
  readonly [Name in MutationOf<S['operations']>]: (
    variables: VariablesOf<S['operations'][Name]>,
    options?: MutationOptions<Name, S>,
  ) => Promise<ResultOf<S['operations'][Name]>>
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
  operation: string,
  variables: Record<string, unknown>,
  options?: RunOptions,
) => TaskEither<SuperOpsError, Answer<unknown>>

/** Rejects with the Left of a task. */
export async function orThrow<A>(task: TaskEither<SuperOpsError, A>): Promise<A> {
  const result = await task()
  if (E.isLeft(result)) throw result.left
  return result.right
}

const namesOf = (operations: OperationTexts, kind: 'query' | 'mutation') =>
  operationNamesOf(operations).filter((name) => kindOfOperation(operations, name) === kind)

export function queryFace(operations: OperationTexts, run: Run): object {
  const face: Record<string, unknown> = {}
  for (const name of namesOf(operations, 'query')) {
    face[name] = async (variables: Record<string, unknown> = {}, options: CallOptions = {}) =>
      (await orThrow(run(name, variables, options))).value
  }
  return face
}

export function mutationFace(surface: Surface, run: Run, settleMs: number): object {
  const { operations } = surface
  const face: Record<string, unknown> = {}
  for (const operation of namesOf(operations, 'mutation')) {
    face[operation] = async (
      variables: Record<string, unknown>,
      { verify, ...call }: CallOptions & { readonly verify?: unknown } = {},
    ) => {
      const send = async () => (await orThrow(run(operation, variables, call))).value
      if (verify === undefined) return send()
      const query = queryFace(operations, (name, input, options) =>
        run(name, input, { ...call, ...options, withWrites: true }),
      )
      const { verifiedWrite } = await import('./verified-write.js')
      return verifiedWrite({ surface, operation, variables, verify, query, settleMs, send })
    }
  }
  return face
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
  onPage(operation: string, requestId: string, page: number, fetched: FetchedPage<unknown>): void
  onUnseenIssues(operation: string, issues: number): void
}

function listFace(
  surface: Surface,
  run: Run,
  [name, collection]: readonly [string, CollectionRow],
  options: AnyListOptions,
  listener: ListListener,
): List<Row> {
  const { list: operation } = collection
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
      const reader = { run, surface, schema: await surface.schema() }
      const own = { ...bounds, limit: Math.min(bounds.limit, most) }
      yield* collectionPages(reader, name, collection, options, own, (page, fetched, answered) => {
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
  operation: string,
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

/** A face of each collection, by its name. */
export type CollectionFaces = Readonly<
  Record<
    string,
    { list(options?: AnyListOptions): List<Row>; get?(id: string, options?: CallOptions): unknown }
  >
>

export function collectionFaces(surface: Surface, run: Run, listener: ListListener): CollectionFaces {
  const faces = Object.entries(surface.collections).map((row) => {
    const [name, { get, key }] = row
    const face = {
      list: (options: AnyListOptions = {}) => listFace(surface, run, row, options, listener),
      ...(get !== undefined && {
        get: (id: string, options: CallOptions = {}) => getRow(run, get, key, id, options),
      }),
    }
    return [name, face] as const
  })
  return Object.fromEntries(faces)
}
