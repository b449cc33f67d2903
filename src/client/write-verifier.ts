import type { MutationOf, ResultOf, VariablesOf } from '../entities/operation.js'
import { agreementOf } from './agreement.js'
import type { Queries } from './faces.js'
import type { Msp } from './msp-surface.js'
import type { SurfaceTypes } from './surface.js'

/** What a look at the tenant says about a write of unknown outcome. */
export type Verdict<Result> =
  | { readonly outcome: 'applied'; readonly result: Result }
  /** It is not there now. */
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'unknown' }

export interface WriteVerifier<Name extends MutationOf<S['operations']>, S extends SurfaceTypes = Msp> {
  /** Read before the write, where a new record cannot be told from an older one otherwise. */
  before?(query: Queries<S>, variables: VariablesOf<S['operations'][Name]>): Promise<unknown>
  after(
    query: Queries<S>,
    variables: VariablesOf<S['operations'][Name]>,
    before: unknown,
  ): Promise<Verdict<ResultOf<S['operations'][Name]>>>
}

type Mutation = MutationOf<Msp['operations']>
type Variables<Name extends Mutation> = VariablesOf<Msp['operations'][Name]>
type Result<Name extends Mutation> = ResultOf<Msp['operations'][Name]>

type Row = Readonly<Record<string, unknown>>
const absent = { outcome: 'absent' } as const
const unknown = { outcome: 'unknown' } as const

/** A record that exists: its present values tell. */
export function changed<Name extends Mutation>(
  key: string,
  read: (query: Queries, variables: Variables<Name>) => Promise<Result<Name>>,
): WriteVerifier<Name> {
  return {
    after: async (query, variables) => {
      const row = await read(query, variables)
      const { [key]: _, ...written } = (variables as unknown as { input: Row }).input
      const agreement = row === null ? 'unseen' : agreementOf(written, row as unknown as Row)
      if (agreement === 'unseen') return unknown
      return agreement === 'agrees' ? { outcome: 'applied', result: row } : absent
    },
  }
}

interface Newest<Item> {
  readonly rows: readonly Item[]
  /** False when more rows may follow: then absence is only proven by a row that was known before. */
  readonly whole: boolean
}

export interface CreatedRows<Item> {
  readonly key: keyof Item & string
  read(query: Queries, input: Row): Promise<Newest<Item>>
  /** Names of the input that the row shows otherwise, or not at all. */
  readonly apart?: readonly string[]
}

/** New records: those that were not there before and hold what was written, one for each input. */
export function created<Item extends object>({ key, read, apart = [] }: CreatedRows<Item>) {
  const keysOf = (rows: readonly Item[]) => new Set<unknown>(rows.map((row) => row[key]))
  const agrees = (input: Row, row: Item) => {
    const written = Object.entries(input).filter(([name]) => !apart.includes(name))
    return agreementOf(Object.fromEntries(written), row as Row) === 'agrees'
  }
  return {
    before: async (query: Queries, input: Row) => keysOf((await read(query, input)).rows),
    after: async (query: Queries, inputs: readonly Row[], before: unknown): Promise<Verdict<Item[]>> => {
      const known = before as ReadonlySet<unknown>
      const { rows, whole } = await read(query, inputs[0] ?? {})
      const fresh = rows.filter((row) => !known.has(row[key]))
      const found = inputs.map((input) => fresh.filter((row) => agrees(input, row)))
      if (found.every((candidates) => candidates.length === 0))
        return whole || fresh.length < rows.length ? absent : unknown
      // Twins cannot be told apart.
      const result = found.flatMap((candidates) => (candidates.length === 1 ? candidates : []))
      return keysOf(result).size === inputs.length ? { outcome: 'applied', result } : unknown
    },
  }
}

export function createdOne<Name extends Mutation, Item extends object>(
  rows: CreatedRows<Item>,
): WriteVerifier<Name> {
  const verifier = created(rows)
  const inputOf = (variables: unknown) => (variables as { input: Row }).input
  return {
    before: (query, variables) => verifier.before(query, inputOf(variables)),
    after: async (query, variables, before) => {
      const verdict = await verifier.after(query, [inputOf(variables)], before)
      if (verdict.outcome !== 'applied') return verdict
      return { outcome: 'applied', result: verdict.result[0] as Result<Name> }
    },
  }
}

export const present = <Item>(rows: readonly (Item | null)[] | null | undefined): Item[] =>
  (rows ?? []).filter((row) => row !== null)
