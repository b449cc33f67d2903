export { codecOf, type Severity, severityOf } from './codec.js'
export { type DecodedRows, type DecodeIssue, decodeRows, reportRow } from './decode.js'
export { type ObjectName, type ObjectTypes, objects } from './generated/objects.js'
export type { Operations } from './generated/operations.js'
export type * from './generated/types.js'
export {
  documentOf,
  encodeVariables,
  type MutationName,
  type OperationName,
  type OperationRow,
  operationNames,
  operationRow,
  type QueryName,
  rowTypeOf,
} from './operation.js'
export { type FieldNames, selectionOf } from './selection.js'
