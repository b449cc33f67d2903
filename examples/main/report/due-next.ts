import type { Level, ReportTicket } from './report-ticket.js'

/** One ticket with its next due clock. */
export interface DueRow {
  readonly ticketId: string
  readonly displayId: string
  /** Until due; negative when late. */
  readonly minutes: number
  readonly clock: 'reply' | 'fix'
  readonly level: Level
  readonly rank: number | null
  readonly client: string | null
  readonly subject: string
  readonly owner: string | null
}

export interface DueNext {
  readonly rows: readonly DueRow[]
  /** Late tickets beyond those shown, so that a backlog never hides what can still be saved. */
  readonly moreLate: number
  /** Tickets with a running clock, the late ones included. */
  readonly onTheClock: number
}

const mostLate = 3
const mostRows = 8

export function dueNext(tickets: readonly ReportTicket[]): DueNext {
  const rows = tickets.flatMap(dueRow)
  const late = rows.filter(({ minutes }) => minutes < 0)
  const ahead = rows.filter(({ minutes }) => minutes >= 0)
  late.sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || byDue(a, b))
  ahead.sort(byDue)
  const shownLate = late.slice(0, mostLate)
  return {
    rows: [...shownLate, ...ahead.slice(0, mostRows - shownLate.length)],
    moreLate: late.length - shownLate.length,
    onTheClock: rows.length,
  }
}

const byDue = (a: DueRow, b: DueRow) => a.minutes - b.minutes || (a.ticketId < b.ticketId ? -1 : 1)

function dueRow({ ticket, metrics, level }: ReportTicket): DueRow[] {
  const reply = metrics.minutesToFirstResponseBreach
  const fix = metrics.minutesToResolutionBreach
  if (reply === null && fix === null) return []
  const isReply = reply !== null && (fix === null || reply <= fix)
  return [
    {
      ticketId: ticket.ticketId,
      displayId: ticket.displayId,
      minutes: (isReply ? reply : fix) ?? 0,
      clock: isReply ? 'reply' : 'fix',
      level,
      rank: metrics.priorityRank,
      client: ticket.client?.name ?? null,
      subject: ticket.subject,
      owner: ticket.technician?.name ?? null,
    },
  ]
}
