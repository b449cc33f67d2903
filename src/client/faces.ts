import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Operations } from '../entities/generated/operations.js'
import { isRow } from '../entities/normalise.js'
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
import { type CollectionName, type Collections, collections, type ListOptions } from './collections.js'
import type { Answer } from './execute.js'
import { createList, type List } from './list.js'
import type { CallBounds } from './options.js'
import type { FetchedPage } from './pages.js'
import { sortedBy } from './proven-sorts.js'
import type { Verify } from './verified-write.js'
import type { Window } from './windows.js'

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

type Row = Record<string, unknown>
type AnyListOptions = ListOptions<Row, string> & Record<string, unknown>

/** Variables of one page; where ListInfoInput goes differs per operation. */
export function pageVariables(
  name: CollectionName,
  { page, size }: Window,
  options: AnyListOptions,
): Record<string, unknown> {
  const row = operationRow(collections[name].list)
  const {
    where,
    sort,
    pick: _pick,
    limit: _limit,
    pageSize: _size,
    lookAhead: _ahead,
    signal: _signal,
    ...input
  } = options
  const listInfo = {
    page,
    pageSize: size,
    ...(where !== undefined && { condition: where }),
    ...(sort !== undefined && { sort: Array.isArray(sort) ? sort : [sort] }),
  }
  if (row.listInfo === undefined) return {}
  const defaults: { list: OperationName; input?: Row } = collections[name]
  if (row.listInfo.endsWith('.listInfo')) return { input: { ...defaults.input, ...input, listInfo } }
  return { [row.listInfo]: listInfo }
}

interface ListInfo {
  readonly hasMore?: boolean | null
  readonly totalCount?: number | null
}

/** Rows that were set aside are decoded as far as they could be, so their times have an offset or are UTC. */
function timeOf(row: unknown, attribute: string): number | null | undefined {
  const value = isRow(row) ? row[attribute] : undefined
  if (value === null) return null
  const time = typeof value === 'string' ? parseInstant(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function readPage(
  name: CollectionName,
  answer: Answer<unknown>,
  sortedBy: string | undefined,
): FetchedPage<Row> {
  const row = operationRow(collections[name].list)
  const { issues, keys, warnings, requests, call } = answer
  const base = { issues, keys, warnings, origin: call.settings.origin, requests }
  if (row.rows === undefined)
    return { ...base, rows: (answer.value as Row[] | null) ?? [], hasMore: false, totalCount: null }
  const result = (answer.value ?? {}) as Record<string, unknown>
  const info = (result.listInfo ?? {}) as ListInfo
  return {
    ...base,
    rows: (result[row.rows] as Row[] | null | undefined) ?? [],
    hasMore: info.hasMore === true,
    // A value that is no number is delivered as it came; nothing counts on it.
    totalCount: typeof info.totalCount === 'number' ? info.totalCount : null,
    ...(sortedBy !== undefined && { times: answer.given?.map((item) => timeOf(item, sortedBy)) ?? [] }),
    ...(!Number.isNaN(call.serverTime) && { serverTime: call.serverTime }),
  }
}

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
  const { list: operation, key } = collections[name]
  const size = integerUpTo(100, 'pageSize', options.pageSize, 100)
  const lookAhead = integerUpTo(10, 'lookAhead', options.lookAhead, 1)
  const limit = limitOf(options.limit)
  const { signal } = options
  const sorted = sortedBy(name, options.sort)
  // The walk reads the time it goes by.
  const pick = sorted === undefined ? options.pick : options.pick?.concat(sorted.attribute)
  let requestId = ''
  const fetchPage = async (window: Window) => {
    const answer = await orThrow(
      run(operation, pageVariables(name, window, options), {
        deadline: 'none',
        ...(pick !== undefined && { pick }),
        ...(signal !== undefined && { signal }),
      }),
    )
    requestId = answer.call.requestId
    const fetched = readPage(name, answer, sorted?.attribute)
    listener.onPage(operation, requestId, window.page, fetched)
    return fetched
  }
  return createList<Row>({
    async *walk(most) {
      const { walkPages } = await import('./walks.js')
      const least = Math.min(limit ?? Number.POSITIVE_INFINITY, most ?? Number.POSITIVE_INFINITY)
      const keyOf = (row: Row) => (typeof row[key] === 'string' ? row[key] : undefined)
      yield* walkPages({
        fetchPage,
        keyOf,
        pageSize: size,
        lookAhead,
        whole: operationRow(operation).rows === undefined,
        ...(sorted !== undefined && { sorted }),
        ...(Number.isFinite(least) && { limit: least }),
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
