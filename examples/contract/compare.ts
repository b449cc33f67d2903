import { operationRow, type QueryName, rowsFieldOf } from '@superhack/superops/entities'
import type { Shapes } from './observe.js'
import type { Shape } from './shape.js'
import { queryNames } from './trials.js'

type Facts = Readonly<Record<string, number>>

/** A path where the tenant shows what the mock does not; facts with how often each was seen. */
export interface Difference {
  readonly path: string
  readonly tenant: Facts
  readonly mock: Facts
}

export interface Comparison {
  readonly operation: QueryName
  readonly differences: readonly Difference[]
  /** Answers of the tenant; 0 when it has no record to ask for. */
  readonly answers: number
  /** Whether they held something to compare: an object, a row, a text. */
  readonly isEmpty: boolean
}

const sum = (facts: ReadonlyMap<string, number> | undefined) =>
  [...(facts?.values() ?? [])].reduce((total, count) => total + count, 0)

/** Facts at a path, with how many objects lack the key; keys of free form share a path and may be lacking. */
function factsAt(shape: Shape, path: string, parent: string | undefined, isFreeForm: boolean): Facts {
  const facts = shape.get(path)
  const missing = parent === undefined ? 0 : (shape.get(parent)?.get('object') ?? 0) - sum(facts)
  const absent = missing > 0 && !isFreeForm
  return { ...Object.fromEntries(facts ?? []), ...(absent && { absent: missing }) }
}

const parentOf = (path: string): string | undefined => /^(.+)\.[\w*]+$/.exec(path)?.[1]

function differencesOf(tenant: Shape, mock: Shape): Difference[] {
  const paths = new Set([...tenant.keys(), ...mock.keys()])
  return [...paths].flatMap((path) => {
    const parent = parentOf(path)
    const isFreeForm = path.endsWith('.*')
    const difference = {
      path,
      tenant: factsAt(tenant, path, parent, isFreeForm),
      // Where the mock knows no such key at all, the tenant's are news.
      mock: factsAt(mock, path, parent, isFreeForm && mock.has(path)),
    }
    const isSeen = Object.keys(difference.tenant).length > 0 && Object.keys(difference.mock).length > 0
    const isNew = Object.keys(difference.tenant).some((fact) => !Object.hasOwn(difference.mock, fact))
    return isSeen && isNew ? [difference] : []
  })
}

/** Whether no answer held a row, or for other results anything but null. */
function isEmpty(operation: QueryName, shape: Shape | undefined): boolean {
  const { result } = operationRow(operation)
  const rows = rowsFieldOf(operation)
  const path = rows !== undefined ? `data.${rows}[]` : result.startsWith('[') ? 'data[]' : 'data'
  return [...(shape?.get(path)?.keys() ?? [])].every((fact) => fact === 'null' || fact === 'absent')
}

/** What a tenant shows and the mock does not, query by query. */
export function compare(tenant: Shapes, mock: Shapes): Comparison[] {
  return queryNames.map((operation) => {
    const [left, right] = [tenant.get(operation), mock.get(operation)]
    return {
      operation,
      answers: sum(left?.get('HTTP')),
      isEmpty: isEmpty(operation, left),
      differences: left && right ? differencesOf(left, right) : [],
    }
  })
}
