import { FaultOptionError } from '../faults/fault-options.js'
import type { Faults, RemoveFault } from '../faults.js'

type FaultName = Exclude<keyof Faults, 'intercept' | 'clear'>

/** A record, so that a fault without an entry here does not compile. */
const names: Readonly<Record<FaultName, true>> = {
  rateLimit: true,
  latency: true,
  dropConnection: true,
  stallBody: true,
  drip: true,
  internalError: true,
  ambiguousWrite: true,
  malformedJson: true,
  truncatedBody: true,
  htmlError: true,
  status: true,
  nullInNonNull: true,
  schemaDrift: true,
  clockSkew: true,
}

const isFaultName = (name: unknown): name is FaultName =>
  typeof name === 'string' && Object.hasOwn(names, name)

/** A part of a JSON list of faults is wrong; `field` is its place, such as `[1].ms`. */
export class FaultEntryError extends TypeError {
  readonly field: string
  constructor(field: string, message: string) {
    super(`${field}: ${message}`)
    this.field = field
  }
}

function addEntry(faults: Faults, entry: unknown, place: string): RemoveFault {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new FaultEntryError(place, 'expects an object such as { "fault": "latency", "ms": 200 }.')
  const { fault, ...options } = entry as Record<string, unknown>
  if (!isFaultName(fault))
    throw new FaultEntryError(`${place}.fault`, `expects one of ${Object.keys(names).join(', ')}.`)
  try {
    return (faults[fault] as (options: object) => RemoveFault)(options)
  } catch (error) {
    if (!(error instanceof FaultOptionError)) throw error
    throw new FaultEntryError(`${place}.${error.field}`, error.message)
  }
}

/**
 * Adds the faults of a JSON list, `[{ "fault": "latency", "ms": 200 }, …]`, all or none; answers how many.
 * Throws a {@link FaultEntryError}.
 */
export function addFaultEntries(faults: Faults, entries: unknown): number {
  if (!Array.isArray(entries)) throw new FaultEntryError('faults', 'expects a list of objects.')
  const added: RemoveFault[] = []
  try {
    for (const [at, entry] of entries.entries()) added.push(addEntry(faults, entry, `[${at}]`))
  } catch (error) {
    for (const remove of added) remove()
    throw error
  }
  return added.length
}
