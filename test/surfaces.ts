import { entitiesOf } from '../src/entities/entities.js'
import { itSchema } from '../src/entities/it-schema.js'
import { mspSchema } from '../src/entities/msp-schema.js'

interface AnyTypes {
  readonly operations: Record<string, unknown>
  readonly objects: Record<string, unknown>
}

/** What every law runs over: each product with what is known of its API. */
export const surfaces = [
  {
    product: 'msp',
    schema: mspSchema,
    entities: entitiesOf<AnyTypes>(mspSchema),
    queries: 76,
    mutations: 58,
  },
  { product: 'it', schema: itSchema, entities: entitiesOf<AnyTypes>(itSchema), queries: 48, mutations: 38 },
] as const
