import { mutations, queries } from '../entities/generated/operations.js'
import type { MspSchemaTypes } from '../entities/msp-schema.js'
import { mspCollections } from './msp-collections.js'
import { mspReferences } from './msp-references.js'
import type { MspVerified } from './msp-write-verifiers.js'
import type { Surface, SurfaceTypes } from './surface.js'

/** The surface for managed service providers. */
export const mspSurface: Surface = {
  product: 'msp',
  operations: { queries, mutations },
  schema: async () => (await import('../entities/msp-schema.js')).mspSchema,
  collections: mspCollections,
  references: mspReferences,
  verifiers: async () => (await import('./msp-write-verifiers.js')).mspVerifiers,
}

export interface Msp extends MspSchemaTypes, SurfaceTypes {
  readonly operations: MspSchemaTypes['operations']
  readonly objects: MspSchemaTypes['objects']
  readonly collections: typeof mspCollections
  readonly references: typeof mspReferences
  readonly verified: MspVerified
}
