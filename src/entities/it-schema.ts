import { inputInstants, type ObjectTypes, objects } from './generated/it/objects.js'
import { mutations, type Operations, queries } from './generated/it/operations.js'
import type { Schema } from './schema.js'

export const itSchema: Schema = { objects, queries, mutations, inputInstants }

export interface ItSchemaTypes {
  readonly operations: Operations
  readonly objects: ObjectTypes
}
