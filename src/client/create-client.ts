import { EventEmitter } from 'eventemitter3'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { kindOfOperation } from '../entities/operation-kinds.js'
import type { SuperOpsError } from '../errors.js'
import { claimLimiter } from './claim-limiter.js'
import type { ClientOf } from './client.js'
import { readDocument, sourceOf } from './document.js'
import type { ClientEvents } from './events.js'
import { executeDocument } from './execute.js'
import type { Answer } from './execute-operation.js'
import {
  type CallOptions,
  collectionFaces,
  mutationFace,
  orThrow,
  queryFace,
  type Run,
  type RunOptions,
} from './faces.js'
import type { Origin } from './fallback.js'
import { filesFace } from './files/files.js'
import { Healing, type Warning } from './heal.js'
import type { Middleware } from './middleware.js'
import {
  type ClientOptions,
  checkBounds,
  type ResolvedOptions,
  resolveOptions,
  type UnconfiguredOptions,
} from './options.js'
import { clearReferences, type ReferenceShelf, referenceFace } from './references.js'
import type { Surface, SurfaceTypes } from './surface.js'
import { createTransport, type Transport } from './transport.js'
import { eventsMiddleware, loggerMiddleware } from './watchers.js'

type Settled = Pick<RunOptions, 'deadline' | 'withWrites'> & CallOptions

/** A client whose operations only its caller knows. */
type AnyClient = Record<string, unknown>

interface Shared {
  readonly surface: Surface
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

/** Makes clients of tenants of one product. */
export const createClientFor =
  <S extends SurfaceTypes>(surface: Surface) =>
  (options: ClientOptions | UnconfiguredOptions): ClientOf<S> =>
    begin(surface, options) as unknown as ClientOf<S>

function begin(surface: Surface, options: ClientOptions | UnconfiguredOptions): AnyClient {
  const resolved = resolveOptions(options, surface.product)
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
    {
      surface,
      transport,
      middlewares,
      events,
      healing,
      onWarning,
      closing,
      releaseLimiter,
      referenceShelf: {},
    },
    resolved,
  )
}

function assemble(shared: Shared, options: ResolvedOptions, signals: readonly AbortSignal[] = []): AnyClient {
  const {
    surface,
    transport,
    middlewares,
    events,
    healing,
    onWarning,
    closing,
    releaseLimiter,
    referenceShelf,
  } = shared
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
    const { execution, settings } = settle(kindOfOperation(surface.operations, operation), call)
    return pipe(
      async () => {
        const { executeOperation } = await import('./execute-operation.js')
        return executeOperation(
          await surface.schema(),
          execution,
          { operation, ...settings },
          variables,
          call.pick,
        )()
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
  const faces = collectionFaces(surface, run, listener)
  const references = referenceFace(referenceShelf, {
    surface,
    run,
    lists: faces,
    options,
    events,
    settingsOf: (call) => settle('query', call).settings,
  })
  const close = () => {
    closing.abort(new Error('the client was closed'))
    clearReferences(referenceShelf)
    transport.close()
    releaseLimiter()
    if (options.ownsLimiter) options.limiter.close()
  }
  return {
    ...faces,
    surface,
    query: queryFace(surface.operations, run),
    mutation: mutationFace(surface, run, 2 * options.retryDelayMs),
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
        surface,
        url: options.url,
        tenantId: options.tenantId,
        origin: options.origin,
        run: (operation, variables, call) => run(operation, variables, { ...call, withWrites: true }),
        request: (document) => request(document, {}, { withWrites: true }),
        stats: () => options.limiter.stats(),
      })
    },
    use: (middleware: Middleware) => {
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
    with: (changes: CallOptions) =>
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
