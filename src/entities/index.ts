import { entitiesOf } from './entities.js'
import { type ItSchemaTypes, itSchema } from './it-schema.js'
import { type MspSchemaTypes, mspSchema } from './msp-schema.js'

export { type Severity, severityOf } from './codec.js'
export type { DecodedRows, DecodeIssue } from './decode.js'
export type { Entities } from './entities.js'
export type { Field, Kind, ScalarKind, Shape } from './fields.js'
export { type ObjectName, type ObjectTypes, objects } from './generated/objects.js'
export type { Operations } from './generated/operations.js'
export type * from './generated/types.js'
export type { ItSchemaTypes } from './it-schema.js'
export type { MspSchemaTypes } from './msp-schema.js'
export type { MutationName, OperationName, OperationRow, QueryName } from './operation.js'
export type { SchemaTypes } from './schema.js'
export type { FieldNames } from './selection.js'

/** Those of the MSP surface. */
export const {
  codecOf,
  decodeRows,
  documentOf,
  encodeVariables,
  fieldsOf,
  isObjectName,
  operationNames,
  operationRow,
  reportRow,
  rowsFieldOf,
  rowTypeOf,
  selectionOf,
} = /* @__PURE__ */ entitiesOf<MspSchemaTypes>(mspSchema)

/** The same of the IT surface. */
export const itEntities = /* @__PURE__ */ entitiesOf<ItSchemaTypes>(itSchema)
