export type StateChange = { readonly put: string; readonly value: string } | { readonly delete: string }

export interface RangeOptions {
  /** @defaultValue all */
  readonly limit?: number
  /** From the greatest key down. @defaultValue false */
  readonly reverse?: boolean
}

/**
 * Where extraction and streams keep what they must find again: an ordered map of texts with one writer.
 * Keys sort by their UTF-16 code units, as JavaScript compares strings.
 */
export interface StateStore {
  get(key: string): Promise<string | undefined>
  /** All or nothing, in order, durable once resolved. */
  batch(changes: readonly StateChange[]): Promise<void>
  /** Entries with `from` ≤ key < `to`, in the order of their keys. */
  range(
    from: string,
    to: string,
    options?: RangeOptions,
  ): AsyncIterable<readonly [key: string, value: string]>
  /** Resolves once everything is written and the store can be opened again; a closed store rejects every call. */
  close(): Promise<void>
}
