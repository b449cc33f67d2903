import { EventEmitter } from 'eventemitter3'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { operationRow } from '../entities/operation.js'
import type { SuperOpsError } from '../errors.js'
import { claimLimiter } from './claim-limiter.js'
import type { Collections } from './collections.js'
import type { Diagnosis } from './doctor.js'
import { readDocument, sourceOf } from './document.js'
import type { ClientEvents } from './events.js'
import { executeDocument } from './execute.js'
import type { Answer } from './execute-operation.js'
import {
  type CallOptions,
  collectionFaces,
  type Mutations,
  mutationFace,
  orThrow,
  type Queries,
  queryFace,
  type Run,
  type RunOptions,
} from './faces.js'
import type { Origin } from './fallback.js'
import { type Files, filesFace } from './files/files.js'
import { Healing, type Warning } from './heal.js'
import type { LimiterStats } from './limiter.js'
import type { Middleware } from './middleware.js'
import {
  type ClientOptions,
  checkBounds,
  type ResolvedOptions,
  resolveOptions,
  type UnconfiguredOptions,
} from './options.js'
import { type ReferenceShelf, type References, referenceFace } from './references.js'
import { createTransport, type Transport } from './transport.js'
import { eventsMiddleware, loggerMiddleware } from './watchers.js'

/** A document that carries its types, as code generators make them; a string or its subclass. */
export interface TypedDocument<Data, Variables> {
  toString(): string
  readonly __apiType?: (variables: Variables) => Data
}

interface ClientBase {
  readonly query: Queries
  readonly mutation: Mutations
  readonly references: References
  readonly files: Files
  readonly events: EventEmitter<ClientEvents>
  /** What the next read meets; see {@link ClientOptions.fallback}. */
  readonly origin: Origin
  /** What the tenant itself is; `origin` differs from it while a fallback answers. */
  readonly ownOrigin: Origin
  /**
   * Sends a document of the caller's own and answers its `data` as parsed: ids keep their digits as
   * text, everything else is as it came.
   */
  request<
    Data = Record<string, unknown>,
    Variables extends Record<string, unknown> = Record<string, unknown>,
  >(
    document: string | TypedDocument<Data, Variables>,
    variables?: Variables,
    options?: CallOptions,
  ): Promise<Data>
  stats(): LimiterStats
  /** Reads one row of every collection and asks for the schema: what works, what does not, and why. Never rejects. */
  doctor(): Promise<Diagnosis>
  /**
   * Runs a middleware around every attempt of this client and those made by `with`; answers a function that
   * takes it away.
   */
  use(middleware: Middleware): () => void
  /** The same client, limiter and events with other bounds, or ended by a signal. */
  with(changes: CallOptions): Client
  /** Aborts what is under way and closes sockets; also ends clients made by `with`. */
  close(): void
  [Symbol.asyncDispose](): Promise<void>
  /** What a log line shows of a client. */
  toJSON(): { url: string; tenantId: string }
}

/** Typed client of the MSP surface; see {@link createClient}. */
export type Client = ClientBase & Collections

type Settled = Pick<RunOptions, 'deadline' | 'withWrites'> & CallOptions

interface Shared {
  readonly transport: Transport
  readonly middlewares: Middleware[]
  /** What breaks one tenant's answers says nothing of the other's. */
  readonly healing: Readonly<Record<Origin, Healing>>
  onWarning(warning: Warning): void
  readonly events: EventEmitter<ClientEvents>
  readonly closing: AbortController
  releaseLimiter(): void
  readonly referenceShelf: ReferenceShelf
}

/**
 * Makes a client of one tenant.
 *
 * @throws TypeError naming an option that is missing or wrong.
 * @example
 * const superops = createClient({ apiKey, tenantId: 'acme' })
 * const ticket = await superops.tickets.get(ticketId)
 */
export function createClient(options: ClientOptions | UnconfiguredOptions): Client {
  const resolved = resolveOptions(options)
  const events = new EventEmitter<ClientEvents>()
  const middlewares = [
    // Outermost, so that listeners and log lines of an attempt belong to its span.
    ...(resolved.telemetry === undefined ? [] : [resolved.telemetry]),
    eventsMiddleware(events),
    ...(resolved.logger === undefined ? [] : [loggerMiddleware(resolved.logger)]),
  ]
  const transport = createTransport(resolved, events, () => middlewares)
  const onWarning = (warning: Warning) => {
    events.emit('warning', warning)
    resolved.logger?.warn(warning, 'a field breaks answers and is left out')
  }
  if (resolved.fallback?.when === 'unconfigured')
    resolved.logger?.warn({ origin: resolved.origin }, 'no credentials: the fallback answers every call')
  const healing = { live: new Healing(), mock: new Healing() }
  const releaseLimiter = claimLimiter(options.apiKey, resolved)
  const closing = new AbortController()
  return assemble(
    { transport, middlewares, events, healing, onWarning, closing, releaseLimiter, referenceShelf: {} },
    resolved,
  )
}

function assemble(shared: Shared, options: ResolvedOptions, signals: readonly AbortSignal[] = []): Client {
  const { transport, middlewares, events, healing, onWarning, closing, releaseLimiter, referenceShelf } =
    shared
  const { logger } = options
  const settle = (kind: 'query' | 'mutation', call: Settled) => {
    const origin = transport.originOf(call.withWrites === true ? 'mutation' : kind)
    const own = { ...options, ...checkBounds(call) }
    const settings = {
      kind,
      origin,
      priority: own.priority,
      timeoutMs: own.timeoutMs,
      deadlineMs: call.deadline === 'none' ? undefined : own.deadlineMs,
      signals: [closing.signal, ...signals, ...(call.signal === undefined ? [] : [call.signal])],
    }
    return { execution: { transport, options: own, healing: healing[origin], onWarning }, settings }
  }
  const run: Run = (operation, variables, call = {}) => {
    const { execution, settings } = settle(operationRow(operation).kind, call)
    return pipe(
      async () => {
        const { executeOperation } = await import('./execute-operation.js')
        return executeOperation(execution, { operation, ...settings }, variables, call.pick)()
      },
      TE.map((answer) => tellIssues(events, operation, answer)),
    )
  }
  const onUnseenIssues = (operation: string, issues: number) => {
    if (events.listenerCount('issue') === 0) logger?.warn({ operation, issues }, 'rows do not fit the schema')
  }
  const listener = {
    onUnseenIssues,
    onPage: (
      operation: string,
      requestId: string,
      page: number,
      fetched: { rows: readonly unknown[]; totalCount: number | null },
    ) => {
      events.emit('page', {
        operation,
        requestId,
        page,
        rows: fetched.rows.length,
        totalCount: fetched.totalCount,
      })
    },
  }
  const request = async <Data>(
    document: { toString(): string },
    variables: Record<string, unknown> = {},
    call: Settled = {},
  ) => {
    const source = sourceOf(document)
    const { kind, name } = readDocument(source)
    const { execution, settings } = settle(kind, call)
    const task: TE.TaskEither<SuperOpsError, { data: Record<string, unknown> }> = executeDocument(
      execution,
      { operation: name, ...settings },
      source,
      variables,
    )
    return (await orThrow(task)).data as Data
  }
  const faces = collectionFaces(run, listener)
  const references = referenceFace(referenceShelf, {
    run,
    lists: faces,
    options,
    events,
    settingsOf: (call) => settle('query', call).settings,
  })
  const close = () => {
    closing.abort(new Error('the client was closed'))
    references.clear()
    transport.close()
    releaseLimiter()
    if (options.ownsLimiter) options.limiter.close()
  }
  return {
    ...faces,
    query: queryFace(run),
    mutation: mutationFace(run, 2 * options.retryDelayMs),
    references,
    files: filesFace((bounds) => {
      // No fallback has files: what is sent to the tenant stays with it.
      const { execution, settings } = settle('mutation', bounds)
      const { kind: _, ...others } = settings
      // The client's deadline is one of answers; how long a file takes is told by its size.
      return { execution, settings: { ...others, deadlineMs: bounds.deadlineMs } }
    }),
    events,
    get origin() {
      return transport.originOf('query')
    },
    ownOrigin: transport.originOf('mutation'),
    request,
    stats: () => options.limiter.stats(),
    doctor: async () => {
      const { diagnose } = await import('./doctor.js')
      return diagnose({
        url: options.url,
        tenantId: options.tenantId,
        origin: options.origin,
        run: (operation, variables, call) => run(operation, variables, { ...call, withWrites: true }),
        request: (document) => request(document, {}, { withWrites: true }),
        stats: () => options.limiter.stats(),
      })
    },
    use: (middleware) => {
      if (typeof middleware !== 'function')
        throw new TypeError(`use: expected a function, received ${typeof middleware}`)
      // A wrapper of its own, so that a function added twice is taken away once.
      const own: Middleware = (request, next) => middleware(request, next)
      middlewares.push(own)
      return () => {
        const at = middlewares.indexOf(own)
        if (at >= 0) middlewares.splice(at, 1)
      }
    },
    with: (changes) =>
      assemble(
        shared,
        { ...options, ...checkBounds(changes) },
        changes.signal === undefined ? signals : [...signals, changes.signal],
      ),
    close,
    [Symbol.asyncDispose]: async () => close(),
    // The emitter among its fields refers to itself once somebody listens.
    toJSON: () => ({ url: options.url, tenantId: options.tenantId }),
  }
}

function tellIssues(
  events: EventEmitter<ClientEvents>,
  operation: string,
  answer: Answer<unknown>,
): Answer<unknown> {
  for (const issue of answer.issues)
    events.emit('issue', { operation, requestId: answer.call.requestId, ...issue })
  return answer
}
