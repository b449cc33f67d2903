import type { Row } from './load.js'

export interface Comparison {
  /** Values compared. */
  values: number
  /** Differences per field, with the first few of each. */
  readonly differences: Map<string, string[]>
}

export const newComparison = (): Comparison => ({ values: 0, differences: new Map() })

/** Fields that must be equal to the last digit: sums of money and rounded scores. */
const EXACT = /Amount$|Revenue$|Cost$|Score$|Count$/
const TOLERANCE = 1e-9

/** Compares rows one to one; both sides must have the same keys and the same fields. */
export function compareRows(
  comparison: Comparison,
  table: string,
  ours: ReadonlyMap<string, object>,
  theirs: ReadonlyMap<string, Row>,
): void {
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    compareValue(comparison, table, '', key, ours.get(key), theirs.get(key))
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
  if (isEqual(path, ours, theirs)) return
  const name = `${table} ${Array.isArray(ours) ? path : path.replace(/\.\d+/g, '')}`
  const list = comparison.differences.get(name) ?? []
  list.push(`${key}: TypeScript ${JSON.stringify(ours)}, SQL ${JSON.stringify(theirs)}`)
  comparison.differences.set(name, list)
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
