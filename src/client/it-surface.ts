import { mutations, queries } from '../entities/generated/it/operations.js'
import type { ItSchemaTypes } from '../entities/it-schema.js'
import { itCollections } from './it-collections.js'
import { itReferences } from './it-references.js'
import type { ItVerified } from './it-write-verifiers.js'
import type { Surface, SurfaceTypes } from './surface.js'

/** The surface for internal IT teams. */
export const itSurface: Surface = {
  product: 'it',
  operations: { queries, mutations },
  schema: async () => (await import('../entities/it-schema.js')).itSchema,
  collections: itCollections,
  references: itReferences,
  verifiers: async () => (await import('./it-write-verifiers.js')).itVerifiers,
}

export interface It extends ItSchemaTypes, SurfaceTypes {
  readonly operations: ItSchemaTypes['operations']
  readonly objects: ItSchemaTypes['objects']
  readonly collections: typeof itCollections
  readonly references: typeof itReferences
  readonly verified: ItVerified
}
