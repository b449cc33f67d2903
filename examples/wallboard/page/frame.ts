import type { Board, DueRow } from './board.js'
import type { PageSettings } from './page-settings.js'
import type { Choices, View } from './settings.js'
import type { Condition } from './state.js'
import { DayTimes, initials, shortName } from './words.js'

/** Everything that one drawing shows. */
export interface Frame {
  readonly board: Board | undefined
  /** Of the figures: none while the tenant is read for the first time. */
  readonly figures: Board | undefined
  /** The present of the tenant in epoch milliseconds. */
  readonly now: number
  /** Milliseconds of `performance.now()`, of this drawing and of the document. */
  readonly drawnAt: number
  readonly boardAt: number
  readonly condition: Condition
  readonly settings: PageSettings
  readonly choices: Choices
  readonly view: View
  readonly times: DayTimes
  /** As shown: what fell due since the document came is late. */
  readonly rows: readonly DueRow[] | null
}

type Given = Omit<Frame, 'figures' | 'rows' | 'times'>

export function frameOf(given: Given): Frame {
  const { board, condition, now } = given
  const figures = condition.kind === 'loading' ? undefined : board
  const rows = figures?.dueNext?.map((row) => asOf(row, now)) ?? null
  return { ...given, figures, rows, times: timesIn(board?.timeZone ?? 'UTC') }
}

let kept = new DayTimes('UTC')
const timesIn = (zone: string): DayTimes => {
  if (kept.timeZone !== zone) kept = new DayTimes(zone)
  return kept
}

const asOf = (row: DueRow, now: number): DueRow =>
  row.level !== 'late' && row.due !== null && Date.parse(row.due) <= now ? { ...row, level: 'late' } : row

/** Seconds would be a blur where time runs faster. */
export const isExact = ({ board }: Frame): boolean => (board?.clock.rate ?? 1) <= 1

/** Milliseconds until a row is due, negative when late; null without a due time. */
export const leftOf = ({ due }: DueRow, { now }: Frame): number | null =>
  due === null ? null : Date.parse(due) - now

/** With those whose tickets alone are shown, so that nobody takes them for all. */
export const deskName = (frame: Frame): string => {
  const { board, settings } = frame
  const names = (board?.filters ?? []).map(({ by, id, name }) => {
    if (name === null) return id
    return by === 'client' ? clientText(name, frame) : by === 'technician' ? personText(name, frame) : name
  })
  return [settings.name, ...names].filter((name) => name !== '').join(' · ')
}

/** What guests may read is a choice. */
export const clientText = (name: string | null, { choices }: Frame): string =>
  name === null ? 'no client' : choices.clients === 'initials' ? initials(name) : name

export function personText(name: string | null, { choices, view }: Frame): string {
  if (name === null) return 'no name'
  const isShort = (choices.names ?? (view === 'desk' ? 'full' : 'short')) === 'short'
  return isShort ? shortName(name) : name
}

export const isIncomplete = ({ board }: Frame, ...entities: readonly string[]): boolean =>
  board?.health?.incomplete.some((entity) => entities.includes(entity)) === true
