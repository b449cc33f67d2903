import * as E from 'fp-ts/lib/Either.js'
import type { Schema } from '../entities/schema.js'
import type { ApiError, SuperOpsError } from '../errors.js'
import type { Answer } from './execute-operation.js'

/** A field that broke the answers of a query and is left out of its selection from now on. */
export interface Warning {
  readonly operation: string
  /** Dotted path from the result, such as `items.type`. */
  readonly field: string
  /** `named`: the error said so; `search`: found by leaving fields out. */
  readonly found: 'named' | 'search'
}

/** @see ClientOptions.heal */
export type Heal = 'named' | 'search' | 'off'

type Result = E.Either<SuperOpsError, Answer<unknown>>
/** Runs the query without some fields. */
type RunWithout = (dropped: readonly string[]) => Promise<Result>

const mostSearchRequests = 8

/** What a client learnt about fields that break answers. */
export class Healing {
  readonly #dropped = new Map<string, Warning[]>()
  readonly #searched = new Set<string>()

  warnings(operation: string): readonly Warning[] {
    return this.#dropped.get(operation) ?? []
  }

  /** Answers a query, if need be without the fields that break it; else with the error it met. */
  async run(
    schema: Schema,
    operation: string,
    heal: Heal,
    runWithout: RunWithout,
    onWarning: (warning: Warning) => void,
  ): Promise<Result> {
    const known = this.warnings(operation).map(({ field }) => field)
    const learn = (fields: readonly string[], found: Warning['found']) => {
      const warnings = fields.map((field) => ({ operation, field, found }))
      this.#dropped.set(operation, [...this.warnings(operation), ...warnings])
      for (const warning of warnings) onWarning(warning)
    }
    const first = await runWithout(known)
    if (heal === 'off' || E.isRight(first) || first.left.kind !== 'api') return first
    const { droppableFields, namedFields } = await import('./named-fields.js')
    const named = namedFields(schema, operation, first.left.graphQlErrors).filter(
      (field) => !known.includes(field),
    )
    if (named.length > 0) {
      const second = await runWithout([...known, ...named])
      if (E.isRight(second)) learn(named, 'named')
      return second
    }
    if (!isInternal(first.left)) return first
    const again = await runWithout(known)
    if (E.isRight(again) || heal !== 'search' || this.#searched.has(operation)) return again
    this.#searched.add(operation)
    const found = await search(droppableFields(schema, operation), (fields) =>
      runWithout([...known, ...fields]),
    )
    if (found === undefined) return again
    learn(found.fields, 'search')
    return found.result
  }
}

/** Says nothing but that something failed inside. */
const isInternal = ({ codes, classifications }: ApiError) =>
  codes.length === 0 && classifications.length === 0

/** Halves the fields until one is left without which the query answers. */
async function search(
  fields: readonly string[],
  runWithout: RunWithout,
): Promise<{ fields: readonly string[]; result: Result } | undefined> {
  let suspects = fields
  let answered: { fields: readonly string[]; result: Result } | undefined
  for (let requests = 0; suspects.length > 1 && requests < mostSearchRequests; requests++) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2))
    const result = await runWithout(half)
    if (E.isRight(result)) {
      answered = { fields: half, result }
      suspects = half
    } else suspects = suspects.slice(half.length)
  }
  if (answered?.fields.length === suspects.length) return answered
  const result = await runWithout(suspects)
  return E.isRight(result) ? { fields: suspects, result } : undefined
}
