import type { EventEmitter } from 'eventemitter3'
import type { Collections } from './collections.js'
import type { Diagnosis } from './doctor.js'
import type { ClientEvents } from './events.js'
import type { CallOptions, Mutations, Queries } from './faces.js'
import type { Origin } from './fallback.js'
import type { Files } from './files/files.js'
import type { LimiterStats } from './limiter.js'
import type { Middleware } from './middleware.js'
import type { Msp } from './msp-surface.js'
import type { ClientOptions } from './options.js'
import type { References } from './references.js'
import type { Surface, SurfaceTypes } from './surface.js'

/** A document that carries its types, as code generators make them; a string or its subclass. */
export interface TypedDocument<Data, Variables> {
  toString(): string
  readonly __apiType?: (variables: Variables) => Data
}

interface ClientBase<S extends SurfaceTypes> {
  /** What it reads and writes. */
  readonly surface: Surface
  readonly query: Queries<S>
  readonly mutation: Mutations<S>
  readonly references: References<S>
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
  with(changes: CallOptions): ClientOf<S>
  /** Aborts what is under way and closes sockets; also ends clients made by `with`. */
  close(): void
  [Symbol.asyncDispose](): Promise<void>
  /** What a log line shows of a client. */
  toJSON(): { url: string; tenantId: string }
}

/** Typed client of a surface. */
export type ClientOf<S extends SurfaceTypes> = ClientBase<S> & Collections<S>

/** Typed client of the MSP surface; see {@link createClient}. */
export type Client = ClientOf<Msp>
