import type { Board, DueRow } from './board.js'
import type { Spoken } from './settings.js'
import type { Condition } from './state.js'
import { figure, spokenDuration } from './words.js'

const sentenceMs = 15_000
const summaryMs = 5 * 60_000

/**
 * What is said to who does not see the board: at most one sentence in fifteen seconds, and only of what calls for
 * somebody.
 */
export class Announcer {
  readonly #say: (text: string) => void
  #late: ReadonlyMap<string, DueRow> | undefined
  #first: ReadonlySet<string> = new Set()
  #newlyLate: DueRow[] = []
  #condition: Condition['kind'] = 'good'
  #news: string[] = []
  #saidAt = Number.NEGATIVE_INFINITY
  #summaryAt: number

  constructor(say: (text: string) => void, now: number) {
    this.#say = say
    this.#summaryAt = now
  }

  /** @param rows As they are shown. Answers whether one is late only now, or new and of the first priority. */
  look(rows: readonly DueRow[] | null, condition: Condition): boolean {
    const before = this.#condition
    const { kind } = condition
    if (kind !== before && kind !== 'loading') {
      if (kind === 'lost') this.#news.push('Connection lost.')
      else if (kind === 'stale') this.#news.push(`Figures are not current: ${condition.reason}.`)
      else if (kind === 'good' && before === 'lost') this.#news.push('Connection is back.')
      else if (kind === 'good' && before === 'gap') this.#news.push('Caught up.')
      else if (kind === 'good' && before === 'stale') this.#news.push('Figures are current again.')
    }
    this.#condition = kind
    if (rows === null) return false
    const late = new Map(rows.filter(({ level }) => level === 'late').map((row) => [row.ticketId ?? '', row]))
    const known = this.#late
    this.#late = late
    const firstBefore = this.#first
    this.#first = new Set(
      rows.filter(({ priorityRank }) => priorityRank === 1).map(({ ticketId }) => ticketId ?? ''),
    )
    const news = known === undefined ? [] : [...late].flatMap(([id, row]) => (known.has(id) ? [] : [row]))
    this.#newlyLate.push(...news)
    return known !== undefined && (news.length > 0 || [...this.#first].some((id) => !firstBefore.has(id)))
  }

  /** Says what there is to say, when it is time. */
  speak(board: Board | undefined, spoken: Spoken, now: number): void {
    if (spoken === 'off') {
      this.#newlyLate = []
      this.#news = []
      return
    }
    if (now - this.#saidAt < sentenceMs) return
    const isSummaryDue = spoken === 'summary' && now - this.#summaryAt >= summaryMs
    const parts = [...this.#news, ...lateSentence(this.#newlyLate)]
    if (isSummaryDue && board !== undefined) parts.push(summaryOf(board))
    if (isSummaryDue) this.#summaryAt = now
    this.#news = []
    this.#newlyLate = []
    if (parts.length === 0) return
    this.#saidAt = now
    this.#say(parts.join(' '))
  }
}

function lateSentence(rows: readonly DueRow[]): string[] {
  const [row] = rows
  if (row === undefined) return []
  if (rows.length > 1) return [`${rows.length} tickets are late now.`]
  const { clock, clientName, technicianName } = row
  return [
    `${clock === 'reply' ? 'Reply' : 'Fix'} late: ${clientName ?? 'no client'}, ${technicianName ?? 'no owner'}.`,
  ]
}

/** `2 late, next due in 4 minutes, 3 without owner`. */
export function summaryOf({ figures, dueNext }: Board): string {
  const next = dueNext?.find(({ level }) => level !== 'late')
  return `${[
    `${figure(figures.overdueTicketCount)} late`,
    ...(typeof next?.minutes === 'number' ? [`next due in ${spokenDuration(next.minutes * 60_000)}`] : []),
    `${figure(figures.unassignedTicketCount)} without owner`,
  ].join(', ')}.`
}
