import type { Row } from './load.js'

export interface Comparison {
  /** Values compared. */
  values: number
  /** Differences per field, with the first few of each. */
  readonly differences: Map<string, string[]>
  /** Values met per field, up to two of them. */
  readonly seen: Map<string, Set<unknown>>
}

export const newComparison = (): Comparison => ({ values: 0, differences: new Map(), seen: new Map() })

/** Fields that must be equal to the last digit: sums of money and rounded scores. */
const EXACT = /Amount$|Revenue$|Cost$|Score$|Count$/
const TOLERANCE = 1e-9

/** Compares rows that have the same key; both sides must have the same rows and the same fields. */
export function compareRows(
  comparison: Comparison,
  table: string,
  key: string,
  ours: Iterable<object>,
  theirs: readonly Row[],
): void {
  const byKey = (rows: Iterable<object>) => new Map([...rows].map((row) => [String((row as Row)[key]), row]))
  const [left, right] = [byKey(ours), byKey(theirs)]
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    compareValue(comparison, table, '', id, left.get(id), right.get(id))
  }
}

function compareValue(
  comparison: Comparison,
  table: string,
  path: string,
  key: string,
  ours: unknown,
  theirs: unknown,
): void {
  if (isObject(ours) && isObject(theirs)) {
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const inner = path === '' ? name : `${path}.${name}`
      compareValue(comparison, table, inner, key, ours[name], theirs[name])
    }
    return
  }
  comparison.values++
  const field = `${table} ${path.replace(/\.\d+/g, '.*')}`
  const seen = comparison.seen.get(field) ?? new Set()
  if (seen.size < 2) seen.add(ours)
  comparison.seen.set(field, seen)
  if (isEqual(path, ours, theirs)) return
  const list = comparison.differences.get(field) ?? []
  list.push(`${key}: TypeScript ${JSON.stringify(ours)}, SQL ${JSON.stringify(theirs)}`)
  comparison.differences.set(field, list)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function isEqual(path: string, ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== 'number' || typeof theirs !== 'number' || EXACT.test(path))
    return Object.is(ours, theirs)
  const size = Math.max(Math.abs(ours), Math.abs(theirs))
  return Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, size)
}

/** Differences as text, empty when there are none; a few examples of each field. */
export function differencesOf({ differences }: Comparison): string[] {
  return [...differences].map(([field, list]) => `${field} (${list.length}) ${list.slice(0, 3).join(' | ')}`)
}

/** Fields of which every value was the same, so that nothing is proven of them. */
export function constantFieldsOf({ seen }: Comparison, ...exempt: readonly RegExp[]): string[] {
  const fields = [...seen.keys()]
  const hasParts = (field: string) => fields.some((other) => other.startsWith(`${field}.`))
  return fields.filter(
    (field) =>
      (seen.get(field)?.size ?? 0) < 2 && !hasParts(field) && !exempt.some((pattern) => pattern.test(field)),
  )
}
