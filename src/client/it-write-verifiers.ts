import type { It } from './it-surface.js'
import { type TicketVerified, ticketVerifiers } from './ticket-write-verifiers.js'
import type { WriteVerifier } from './write-verifier.js'

export type ItVerified = TicketVerified

/** Ready verifiers of the IT surface; `verify: true` compiles for these operations and no others. */
export const itVerifiers = ticketVerifiers as unknown as {
  readonly [Name in ItVerified]: WriteVerifier<Name, It>
}
