export { codecOf, type Severity, severityOf } from './codec.js'
export { type DecodedRows, type DecodeIssue, decodeRows, reportRow } from './decode.js'
export { encodeVariables } from './encode-variables.js'
export { type Field, fieldsOf, isObjectName, type Kind, type ScalarKind, type Shape } from './fields.js'
export { type ObjectName, type ObjectTypes, objects } from './generated/objects.js'
export type { Operations } from './generated/operations.js'
export type * from './generated/types.js'
export {
  type MutationName,
  type OperationName,
  type OperationRow,
  operationNames,
  operationRow,
  type QueryName,
} from './operation.js'
export { documentOf } from './operation-document.js'
export { rowsFieldOf, rowTypeOf } from './operation-rows.js'
export { type FieldNames, selectionOf } from './selection.js'
