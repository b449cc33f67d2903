import { setTimeout as wait } from 'node:timers/promises'
import type { MutationOf, ResultOf, VariablesOf } from '../entities/operation.js'
import { isSuperOpsError, type SuperOpsError, settleWrite } from '../errors.js'
import type { Queries } from './faces.js'
import type { Msp } from './msp-surface.js'
import type { Surface, SurfaceTypes } from './surface.js'
import type { Verdict } from './write-verifier.js'

/** Looks at the tenant after a write of unknown outcome; `query` reads with the priority and signal of the write. */
export type VerifyWrite<Name extends MutationOf<S['operations']>, S extends SurfaceTypes = Msp> = (look: {
  readonly query: Queries<S>
  readonly variables: VariablesOf<S['operations'][Name]>
}) => Promise<Verdict<ResultOf<S['operations'][Name]>>>

/** `true` takes the ready verifier and compiles only where there is one. */
export type Verify<Name extends MutationOf<S['operations']>, S extends SurfaceTypes = Msp> =
  | VerifyWrite<Name, S>
  | (Name extends S['verified'] ? true : never)

interface Write {
  readonly surface: Surface
  readonly operation: string
  readonly variables: object
  /** A {@link Verify}. */
  readonly verify: unknown
  /** {@link Queries} */
  readonly query: object
  /** Wait before an absence is believed. */
  readonly settleMs: number
  send(): Promise<unknown>
}

/** A verifier of any operation: what it reads and what it is told fit the operation it is named by. */
interface AnyVerifier {
  before?(query: object, variables: object): Promise<unknown>
  after(query: object, variables: object, before: unknown): Promise<Verdict<unknown>>
}

async function verifierOf({ surface, operation, verify }: Write): Promise<AnyVerifier> {
  if (typeof verify === 'function') return { after: (query, variables) => verify({ query, variables }) }
  const verifiers = await surface.verifiers()
  const ready: unknown = verifiers[operation as keyof typeof verifiers]
  if (verify === true && ready !== undefined) return ready as AnyVerifier
  const names = Object.keys(verifiers).join(', ')
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
export async function verifiedWrite(write: Write): Promise<unknown> {
  const { variables, query, settleMs } = write
  const verifier = await verifierOf(write)
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
