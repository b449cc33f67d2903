import type { RequestClass } from './request-class.js'
import type { Thresholds } from './thresholds.js'
import type { Mix } from './ticket-tally.js'

const ranks = ['1', '2', '3', '4', 'none'] as const
const requestTypes = ['INCIDENT', 'SERVICE_REQUEST', 'other'] as const

/** Σ T29 of the tickets of a mix; in one order, so that it depends on their numbers alone. */
export function weightedCount(mix: Mix, weights: Thresholds['complexityWeight']): number {
  let sum = 0
  for (const rank of ranks) {
    for (const type of requestTypes)
      sum += (mix.get(`${rank} ${type}`) ?? 0) * weights.priority[rank] * weights.requestType[type]
  }
  return sum
}

/** Tickets of priority rank 1 or 2. */
export function highPriorityCount(mix: Mix): number {
  let count = 0
  for (const [key, tickets] of mix) if (key.startsWith('1') || key.startsWith('2')) count += tickets
  return count
}

/** Tickets of a request class. */
export const classCount = (mix: Mix, requestClass: RequestClass): number =>
  ranks.reduce((sum, rank) => sum + (mix.get(`${rank} ${requestClass}`) ?? 0), 0)

/** Effective number of categories: exp of the Shannon entropy of their shares; null without any. */
export function effectiveNumber(counts: Iterable<number>): number | null {
  const ascending = [...counts].sort((a, b) => a - b)
  const total = ascending.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  return Math.exp(-ascending.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0))
}
