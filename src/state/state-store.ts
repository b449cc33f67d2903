export type StateChange = { readonly put: string; readonly value: string } | { readonly delete: string }

export interface RangeOptions {
  /** @defaultValue all */
  readonly limit?: number
  /** From the greatest key down. @defaultValue false */
  readonly reverse?: boolean
}

/**
 * Where extraction and streams keep what they must find again: an ordered map of texts with one writer.
 * Keys sort by their UTF-16 code units, as JavaScript compares strings; UTF-8 sorts some characters beyond
 * U+FFFF differently. Keys and values are well-formed Unicode, which JSON always is.
 *
 * `stateStoreContract` of `./testing` checks an implementation.
 */
export interface StateStore {
  get(key: string): Promise<string | undefined>
  /**
   * All or nothing, in order, durable once resolved; batches apply in the order of their calls.
   * One that rejects is not seen by any call. Where writing itself failed, whether it is found after
   * reopening is not known.
   *
   * @throws TypeError when a text has a lone surrogate.
   */
  batch(changes: readonly StateChange[]): Promise<void>
  /**
   * Entries with `from` ≤ key < `to`, in the order of their keys. What is written meanwhile may be in it or
   * not; each key comes at most once.
   */
  range(
    from: string,
    to: string,
    options?: RangeOptions,
  ): AsyncIterable<readonly [key: string, value: string]>
  /**
   * Resolves once everything is written and the store can be opened again; a closed store rejects every
   * call but `close`.
   */
  close(): Promise<void>
}
