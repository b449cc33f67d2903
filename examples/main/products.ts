import { configFromEnv, createClient, type Environment } from '@superhack/superops'
import { type ExtractedEntity, extractedEntities, itExtractedEntities } from '@superhack/superops/extract'
import * as it from '@superhack/superops/it'
import { departmentsAsClients, type MetricsData } from '@superhack/superops/metrics'
import { absentOnIt } from '@superhack/superops/quality'
import { entityTables, itEntityTables, type RecordTableName } from '@superhack/superops/tables'
import { clientNames, type GroupNames } from './render/clients-block.js'
import { UsageError } from './usage-error.js'

/** What this program needs to know of a product of SuperOps. */
export interface ProductProfile {
  readonly name: 'msp' | 'it'
  readonly createClient: typeof createClient
  readonly configFromEnv: typeof configFromEnv
  readonly entities: readonly ExtractedEntity[]
  /** Tables of all its entities. */
  readonly tables: Readonly<Record<string, RecordTableName>>
  /** What rows cannot hold, so that it is not judged. */
  readonly absent: readonly string[]
  /** Rows as figures read them. */
  readonly recordsOf: (data: object) => MetricsData
  /** What tickets are grouped by: one and many. */
  readonly groups: GroupNames
}

export const msp: ProductProfile = {
  name: 'msp',
  createClient,
  configFromEnv,
  entities: extractedEntities,
  tables: entityTables,
  absent: [],
  recordsOf: (data) => data,
  groups: clientNames,
}

/** Products by their names. */
export const profiles: Readonly<Record<string, ProductProfile | undefined>> = {
  msp,
  it: {
    name: 'it',
    // The program reads lists by their names; the rows of this product come to it by `recordsOf`.
    createClient: it.createClient as unknown as typeof createClient,
    configFromEnv: it.configFromEnv,
    entities: itExtractedEntities as readonly string[] as readonly ExtractedEntity[],
    tables: itEntityTables,
    absent: absentOnIt,
    recordsOf: departmentsAsClients,
    groups: ['department', 'departments'],
  },
}

/**
 * The product of `SUPEROPS_PRODUCT`; MSP when it is not set.
 *
 * @throws UsageError for one that does not exist: no mock tenant stands in for it.
 */
export function productOf(env: Environment): ProductProfile {
  const name = (env.SUPEROPS_PRODUCT ?? '').trim().toLowerCase()
  const product = name === '' ? msp : Object.hasOwn(profiles, name) ? profiles[name] : undefined
  if (product === undefined)
    throw new UsageError(`SUPEROPS_PRODUCT: expected ${Object.keys(profiles).join(' or ')}`)
  return product
}
