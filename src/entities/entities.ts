import type * as t from 'io-ts'
import type { Zone } from '../values/zone.js'
import { codecOf } from './codec.js'
import { type DecodedRows, type DecodeIssue, decodeRows, reportRow } from './decode.js'
import { encodeVariables } from './encode-variables.js'
import { type Field, fieldsOf, isObjectName } from './fields.js'
import { type OperationRow, operationRow } from './operation.js'
import { documentOf } from './operation-document.js'
import { operationNamesOf } from './operation-kinds.js'
import { rowsFieldOf, rowTypeOf } from './operation-rows.js'
import type { Schema, SchemaTypes } from './schema.js'
import { type FieldNames, selectionOf } from './selection.js'

/** Codecs, selections and operations of one product. */
export interface Entities<Types extends SchemaTypes> {
  /**
   * io-ts codec of an object type, built at first use.
   *
   * Decodes what the wire sends and what was decoded before alike: ids become text, times canonical
   * UTC instants, days `YYYY-MM-DD`; absent fields stay absent, unknown ones pass. Encoding is the identity.
   *
   * @example
   * codecOf('SLA').decode({ id: 3928838372, name: 'VIP SLA' })
   * // => right({ id: '3928838372', name: 'VIP SLA' })
   */
  codecOf<Name extends keyof Types['objects']>(
    name: Name,
  ): t.Type<Types['objects'][Name], Types['objects'][Name], unknown>
  /** Writes down what io-ts finds in a row; canonical values of a half rewritten row are accepted. */
  reportRow(entity: keyof Types['objects'], row: unknown, index: number): DecodeIssue[]
  /**
   * Decodes freshly parsed rows in place: good ones are delivered, rows of a wrong shape set aside.
   *
   * @param zone Zone of times without offset; UTC when undefined.
   */
  decodeRows(entity: keyof Types['objects'], rows: readonly unknown[], zone?: Zone): DecodedRows
  /**
   * Variables as they go out: instants in the tenant's zone without suffix, `undefined` left out,
   * `null` kept, bigints as text.
   *
   * @throws TypeError naming the path when an instant is none.
   */
  encodeVariables(
    name: keyof Types['operations'],
    variables: Readonly<Record<string, unknown>>,
    zone?: Zone,
  ): Record<string, unknown>
  /** Fields of an object type in the order of the SDL; read from the table at first use. */
  fieldsOf(name: keyof Types['objects']): readonly Field[]
  isObjectName(kind: string): kind is keyof Types['objects'] & string
  readonly operationNames: readonly (keyof Types['operations'] & string)[]
  /** What the table says of an operation, read at first use. */
  operationRow(name: keyof Types['operations']): OperationRow
  /**
   * Document of an operation with its default selection.
   *
   * @param pick For lists, the fields of a row to select instead of all; else those of the result.
   * @param dropped Dotted paths from the result to leave out in any case.
   */
  documentOf(name: keyof Types['operations'], pick?: FieldNames, dropped?: readonly string[]): string
  /** Field of the result of a paged list that holds its rows: a page holds them and listInfo. */
  rowsFieldOf(name: keyof Types['operations']): string | undefined
  /** Type of the rows of a list operation, paged or bare; undefined where rows are no objects. */
  rowTypeOf(name: keyof Types['operations']): (keyof Types['objects'] & string) | undefined
  /**
   * Selection set of an object type: every field, JSON leaves as leaves, back references with keys and
   * names only.
   *
   * @param omit Dotted paths to leave out.
   * @param pick Fields of this type to select, in the order of the schema; all when absent.
   */
  selectionOf(name: keyof Types['objects'], omit?: readonly string[], pick?: FieldNames): string
}

/** Each function of a schema without its first argument. */
export function entitiesOf<Types extends SchemaTypes>(schema: Schema): Entities<Types> {
  const on =
    <Args extends unknown[], Answer>(call: (schema: Schema, name: string, ...args: Args) => Answer) =>
    (name: PropertyKey, ...args: Args): Answer =>
      call(schema, String(name), ...args)
  const names: readonly string[] = operationNamesOf(schema)
  return {
    codecOf: on(codecOf),
    reportRow: on(reportRow),
    decodeRows: on(decodeRows),
    encodeVariables: on(encodeVariables),
    fieldsOf: on(fieldsOf),
    isObjectName: on(isObjectName),
    operationNames: names,
    operationRow: on(operationRow),
    documentOf: on(documentOf),
    rowsFieldOf: on(rowsFieldOf),
    rowTypeOf: on(rowTypeOf),
    selectionOf: on(selectionOf),
  } as unknown as Entities<Types>
}
