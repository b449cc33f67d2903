import type { ErrorKind } from '../errors.js'
import type { RowOf } from './collections.js'
import type { CallOptions } from './faces.js'
import type { Msp } from './msp-surface.js'
import type { PickedRow } from './picked-row.js'
import type { ReferenceCaches, ReferenceSource } from './read-references.js'
import type { SurfaceTypes } from './surface.js'

export type ReferenceName<S extends SurfaceTypes = Msp> = keyof S['references'] & string

type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> }

/** Row of a reference list; shared by all callers and frozen. */
export type Reference<Name extends ReferenceName<S>, S extends SurfaceTypes = Msp> = Frozen<
  S['references'][Name] extends {
    query: infer Query extends keyof S['operations']
    pick: readonly (infer Picked)[]
  }
    ? PickedRow<RowOf<Query, S>, Picked>
    : S['references'][Name] extends { query: infer Query extends keyof S['operations'] }
      ? RowOf<Query, S>
      : never
>

/** Reference lists, each read once and kept for `referenceTtlMs`; copies of a client share them. */
export type References<S extends SurfaceTypes = Msp> = {
  /** All rows; callers at the same time share one reading, which ends when the last of them aborts. */
  readonly [Name in ReferenceName<S>]: (
    options?: Pick<CallOptions, 'signal' | 'deadlineMs'>,
  ) => Promise<readonly Reference<Name, S>[]>
} & {
  /** How long ago a list was read; undefined when none is kept. */
  ageMs(name: ReferenceName<S>): number | undefined
  /** Forgets one list, or all: the next call reads it. */
  clear(name?: ReferenceName<S>): void
}

/** Rows that were served although they had expired, since reading them again failed. */
export interface StaleReference {
  readonly reference: string
  readonly ageMs: number
  readonly error: ErrorKind
}

/** What copies of a client share; filled when the first reference is read. */
export interface ReferenceShelf {
  caches?: ReferenceCaches
}

/** What reads and keeps references is loaded when the first one is. */
export function referenceFace(shelf: ReferenceShelf, source: ReferenceSource): object {
  const read = async (name: string, given: CallOptions = {}) => {
    const { readReference, referenceCaches } = await import('./read-references.js')
    shelf.caches ??= referenceCaches(source)
    return readReference(shelf.caches, name, source, given)
  }
  const names = Object.keys(source.surface.references)
  const faces = names.map((name) => [name, (given?: CallOptions) => read(name, given)])
  return {
    ...Object.fromEntries(faces),
    ageMs: (name: string) => shelf.caches?.[source.settingsOf({}).origin].last(name)?.ageMs,
    clear: (name?: string) => clearReferences(shelf, name),
  }
}

/** Forgets one list, or all. */
export function clearReferences({ caches }: ReferenceShelf, name?: string): void {
  caches?.live.clear(name)
  caches?.mock.clear(name)
}
