/** A record as the vendor's JSON has it, open to any change. */
export type PlainRecord = Record<string, unknown>

export interface Corruption {
  readonly name: string
  readonly collection:
    | 'tickets'
    | 'worklogs'
    | 'conversations'
    | 'invoices'
    | 'contracts'
    | 'alerts'
    | 'tasks'
  /** What takes the record's place; more than one record for a duplicate. */
  readonly change: (record: PlainRecord, now: number) => PlainRecord | readonly PlainRecord[]
}

/** An instant as the vendor writes it, so many minutes after now. */
export const shifted = (now: number, minutes: number) =>
  new Date(now + minutes * 60_000).toISOString().slice(0, -1)
export const set = (changes: PlainRecord) => (record: PlainRecord) => ({ ...record, ...changes })
