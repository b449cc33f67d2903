import type { BoardDocument } from '@superhack/superops/http'

/** What `/v1/reports/board` answers. */
export interface Board extends BoardDocument {
  /** The present of the tenant when it answered, and how fast its time runs. */
  readonly clock: { readonly now: string; readonly rate: number }
}

export type DueRow = NonNullable<Board['dueNext']>[number]
export type TechnicianRow = NonNullable<Board['technicians']>[number]
export type Level = DueRow['level']
