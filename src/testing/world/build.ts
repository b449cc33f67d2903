import type { Random } from './random.js'
import type { References } from './references.js'
import type { Tables } from './tables.js'

export type DisplayIdFormat = 'MMDDYY-NNNN' | 'DDMMYY-NNNN' | 'integer'

export interface WorldOptions {
  readonly seed: number
  /** The present of the world, epoch milliseconds. */
  readonly now: number
  readonly tickets: number
  readonly displayIds: DisplayIdFormat
}

/** What the makers of records share while a world is built. */
export interface Build {
  readonly random: Random
  readonly options: WorldOptions
  readonly now: number
  readonly tables: Tables
  readonly references: References
  /** How many records of another kind go with the tickets: `base` at 500 tickets, growing more slowly than they. */
  scaled(base: number, exponent: number): number
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
