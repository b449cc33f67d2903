import { inputInstants, type ObjectTypes, objects } from './generated/objects.js'
import { mutations, type Operations, queries } from './generated/operations.js'
import type { Schema } from './schema.js'

export const mspSchema: Schema = { objects, queries, mutations, inputInstants }

export interface MspSchemaTypes {
  readonly operations: Operations
  readonly objects: ObjectTypes
}
