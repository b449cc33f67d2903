import type { StatusChange } from '../metrics/records.js'
import type { HistoryEntry } from './extraction-state.js'

/**
 * The history with the status of one more version of a ticket: a status that stays adds nothing, one older than
 * what is known neither. Entries from before `cutoff` go, but for the last one, which tells how things stood then.
 */
export function appendStatus(
  history: readonly HistoryEntry[] = [],
  status: string | undefined,
  at: string | undefined,
  cutoff: number,
): readonly HistoryEntry[] {
  const last = history.at(-1)
  const isNews =
    status !== undefined && at !== undefined && (last === undefined || (last[1] !== status && last[0] <= at))
  const all: readonly HistoryEntry[] = isNews ? [...history, [at, status]] : history
  const firstKept = all.findLastIndex(([time]) => Date.parse(time) < cutoff)
  return firstKept > 0 ? all.slice(firstKept) : all
}

/**
 * The history as metrics take it; undefined for a ticket from before it was observed that did not change since, of
 * which one status is known and no history.
 */
export function servedHistory(
  history: readonly HistoryEntry[] | undefined,
  createdTime: string | undefined,
  since: string,
): readonly StatusChange[] | undefined {
  if (history === undefined) return undefined
  const isWhole = createdTime !== undefined && createdTime >= since
  return isWhole || history.length > 1 ? history.map(([at, status]) => ({ at, status })) : undefined
}
