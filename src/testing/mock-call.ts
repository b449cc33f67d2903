/** What the tenant is asked, as it came over the wire. */
export interface MockRequest {
  /** @defaultValue 'POST' */
  readonly method?: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface MockAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Wait before the answer is sent. */
  readonly delayMs?: number
  /** End the connection without an answer. */
  readonly destroy?: boolean
  /** Send the head and so many bytes of the body; then drop the connection, or leave it open in silence. */
  readonly partial?: { readonly bytes: number; readonly ending: 'drop' | 'stall' }
  /** Send the body in pieces of so many bytes, with waits between them. */
  readonly drip?: { readonly bytes: number; readonly everyMs: number }
}

/** A call on its way, as interceptors see it. */
export interface MockCall extends MockRequest {
  /** Names of the root fields; empty when the body holds no readable document. */
  readonly operations: readonly string[]
  /** Names of the root fields in the answer: aliases where the document has some. */
  readonly responseKeys: readonly string[]
  /** Undefined when the body holds no readable document. */
  readonly kind: 'query' | 'mutation' | undefined
  readonly variables: Readonly<Record<string, unknown>>
  /** Executes the call and tells its answer; a second time it tells the same one. */
  proceed(): MockAnswer
}

/** A call as the tenant remembers it; one entry per root field. */
export interface RecordedCall {
  readonly operation: string
  readonly kind: 'query' | 'mutation'
  readonly variables: Readonly<Record<string, unknown>>
  readonly document: string
  /** Milliseconds of the tenant's `clock`. */
  readonly at: number
  /** Why the answer was an internal error, which the answer itself does not tell. */
  readonly failure?: string
}
