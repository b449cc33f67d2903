import type { Product } from '../../client/surface.js'
import type { ObjectTypes } from '../../entities/generated/objects.js'
import type { ClientSite, Note, TicketConversation } from '../../entities/generated/types.js'
import type { Agenda } from './agenda.js'
import type { OpeningHours } from './calendar.js'
import type { Ledger } from './ledger.js'
import type { Random } from './random.js'
import type { References } from './references.js'
import type { Tables } from './tables.js'
import type { Watch } from './verdicts.js'

export type DisplayIdFormat = 'MMDDYY-NNNN' | 'DDMMYY-NNNN' | 'integer'

export interface WorldOptions {
  readonly product: Product
  readonly seed: number
  /** The present of the world at its beginning, epoch milliseconds. */
  readonly now: number
  readonly tickets: number
  readonly displayIds: DisplayIdFormat
}

/** Records taken away: tickets and clients can come back, people can be forgotten. */
export type Trash = {
  readonly [Name in 'Ticket' | 'Client' | 'ClientUser' | 'Technician']: Map<string, ObjectTypes[Name]>
}

/** What the makers of records share, while a world is built and whenever its time goes on. */
export interface Build {
  readonly random: Random
  readonly options: WorldOptions
  /** The present, epoch milliseconds. */
  readonly now: number
  readonly tables: Tables
  readonly references: References
  readonly trash: Trash
  /** By ticket id. */
  readonly conversations: Map<string, TicketConversation[]>
  readonly notes: Map<string, Note[]>
  readonly agenda: Agenda
  readonly ledger: Ledger
  readonly watch: Watch
  hoursOf(site: ClientSite): OpeningHours
  /** How many records of another kind go with the tickets: `base` at 500 tickets, growing more slowly than they. */
  scaled(base: number, exponent: number): number
  /** Running number of a ticket that comes in at `ms`: of its day, or of all for plain counters. Ask in order of time. */
  ticketNumber(ms: number): number
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
