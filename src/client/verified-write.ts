import { setTimeout as wait } from 'node:timers/promises'
import type { Operations } from '../entities/generated/operations.js'
import type { MutationName } from '../entities/operation.js'
import { isSuperOpsError, type SuperOpsError, settleWrite } from '../errors.js'
import type { Queries } from './faces.js'
import { type Verdict, type VerifiedMutation, type WriteVerifier, writeVerifiers } from './write-verifiers.js'

/** Looks at the tenant after a write of unknown outcome; `query` reads with the priority and signal of the write. */
export type VerifyWrite<Name extends MutationName> = (look: {
  readonly query: Queries
  readonly variables: Operations[Name]['variables']
}) => Promise<Verdict<Operations[Name]['result']>>

/** `true` takes the ready verifier and compiles only where there is one. */
export type Verify<Name extends MutationName> =
  | VerifyWrite<Name>
  | (Name extends VerifiedMutation ? true : never)

interface Write<Name extends MutationName> {
  readonly operation: Name
  readonly variables: Operations[Name]['variables']
  readonly verify: Verify<Name>
  readonly query: Queries
  /** Wait before an absence is believed. */
  readonly settleMs: number
  send(): Promise<Operations[Name]['result']>
}

function verifierOf<Name extends MutationName>(operation: Name, verify: Verify<Name>): WriteVerifier<Name> {
  if (typeof verify === 'function') return { after: (query, variables) => verify({ query, variables }) }
  const ready = (writeVerifiers as { readonly [key: string]: unknown })[operation]
  if (verify === true && ready !== undefined) return ready as WriteVerifier<Name>
  const names = Object.keys(writeVerifiers).join(', ')
  throw new TypeError(`verify: ${operation} has no ready verifier, pass a function; there are ${names}`)
}

/** The server finished with the call, so what is absent now does not come later. */
const wasAnswered = (error: SuperOpsError) =>
  error.kind === 'api' || error.kind === 'decode' || (error.kind === 'http' && error.status === 200)

/**
 * Sends a mutation once; when it is unclear whether it was applied, looks.
 *
 * @throws the error of the write, with `write` as found; the error of a read that `verify` needs beforehand,
 * in which case nothing was sent.
 */
export async function verifiedWrite<Name extends MutationName>(
  write: Write<Name>,
): Promise<Operations[Name]['result']> {
  const { operation, variables, query, settleMs } = write
  const verifier = verifierOf(operation, write.verify)
  const before = await verifier.before?.(query, variables)
  try {
    return await write.send()
  } catch (error) {
    if (!isSuperOpsError(error) || error.kind === 'aborted' || error.write?.outcome !== 'unknown') throw error
    const look = () => verifier.after(query, variables, before).catch(() => ({ outcome: 'unknown' }) as const)
    let verdict = await look()
    if (verdict.outcome === 'absent') {
      await wait(settleMs)
      verdict = await look()
    }
    if (verdict.outcome === 'applied') return verdict.result
    if (verdict.outcome === 'absent' && wasAnswered(error))
      throw settleWrite(error, { outcome: 'not-applied', because: 'verified-absent' })
    throw error
  }
}
