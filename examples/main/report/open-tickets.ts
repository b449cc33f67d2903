import type { ReportTicket } from './report-ticket.js'

export const ageBuckets = ['lt1d', 'd1to3', 'd3to7', 'd7to14', 'd14to30', 'gte30d'] as const

export interface PriorityLine {
  /** The tenant's name; null for tickets without a priority. */
  readonly priority: string | null
  readonly rank: number | null
  /** In the order of `ageBuckets`. */
  readonly byAge: readonly number[]
  readonly all: number
  readonly late: number
}

export interface OpenTickets {
  readonly ageBuckets: readonly string[]
  readonly priorities: readonly PriorityLine[]
  readonly statuses: readonly { readonly status: string; readonly count: number }[]
}

export function openTickets(rows: readonly ReportTicket[]): OpenTickets {
  const open = rows.filter(({ metrics }) => metrics.isOpen)
  const groups = new Map<string, ReportTicket[]>()
  const statuses = new Map<string, number>()
  for (const row of open) {
    const name = row.ticket.priority ?? ''
    groups.set(name, [...(groups.get(name) ?? []), row])
    const status = row.ticket.status ?? 'no status'
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const priorities = [...groups].map(([name, members]) => ({
    priority: name === '' ? null : name,
    rank: members[0]?.metrics.priorityRank ?? null,
    byAge: ageBuckets.map((bucket) => members.filter(({ metrics }) => metrics.ageBucket === bucket).length),
    all: members.length,
    late: members.filter(({ level }) => level === 'late').length,
  }))
  return {
    ageBuckets,
    priorities: priorities.sort(
      (a, b) =>
        (a.rank ?? 9) - (b.rank ?? 9) || (a.priority ?? '\uffff').localeCompare(b.priority ?? '\uffff', 'en'),
    ),
    statuses: [...statuses]
      .map(([status, count]) => ({ status, count }))
      .sort((a, b) => b.count - a.count || a.status.localeCompare(b.status, 'en')),
  }
}
