import type { EntityReport, GatheredRows } from '@superhack/superops/extract'

/** What was read, the largest entity first after the tickets. */
export interface ReadTable {
  readonly entities: readonly EntityReport[]
  readonly complete: number
  readonly rows: number
  readonly requests: number
  readonly ms: number
}

export function readTable({ report }: GatheredRows): ReadTable {
  const [tickets, rest] = [
    report.entities.filter(({ entity }) => entity === 'tickets'),
    report.entities.filter(({ entity }) => entity !== 'tickets'),
  ]
  const entities = [...tickets, ...rest.sort((a, b) => b.rows - a.rows)]
  return {
    entities,
    complete: entities.filter(({ complete }) => complete).length,
    rows: entities.reduce((sum, { rows }) => sum + rows, 0),
    requests: entities.reduce((sum, { requests }) => sum + requests, 0),
    ms: report.ms,
  }
}
