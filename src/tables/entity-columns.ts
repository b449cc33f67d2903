import { type Field, fieldsOf, isObjectName, type ScalarKind } from '../entities/fields.js'
import { type Meaning, meanings } from '../entities/generated/meanings.js'
import type { ObjectName } from '../entities/generated/objects.js'
import type { Schema } from '../entities/schema.js'
import { type Column, column, type SqlType, words } from './column.js'

const types: Readonly<Record<ScalarKind, SqlType>> = {
  text: 'VARCHAR',
  id: 'VARCHAR',
  json: 'VARCHAR',
  map: 'VARCHAR',
  int: 'BIGINT',
  bool: 'BOOLEAN',
  instant: 'TIMESTAMP',
  day: 'DATE',
  decimal: 'DECIMAL(18,6)',
}

/** What is above a field. */
interface Above {
  readonly path: readonly string[]
  readonly meaning: string
}

/** Columns of the rows of a type as its fields say, in the order of the schema: objects are laid out, lists are JSON. */
export const entityColumns = (schema: Schema, type: string): readonly Column[] =>
  fieldsOf(schema, type).flatMap((field) => columnsBelow(schema, type, field, { path: [], meaning: '' }))

function columnsBelow(schema: Schema, type: string, field: Field, above: Above): Column[] {
  const { kind, items, stub, name } = field
  const path = [...above.path, name]
  // Said of the types of the MSP product; a field of the same name means the same on the IT surface.
  const [said, unit]: Meaning = meanings[type as ObjectName]?.[name] ?? [words(name)]
  const meaning = above.meaning + asPhrase(said)
  if (items !== undefined) return [column(path, meaning, { isJson: true })]
  if (!isObjectName(schema, kind)) {
    const isJson = kind === 'json' || kind === 'map'
    return [column(path, meaning, { type: types[kind as ScalarKind], isJson, unit: unit ?? null })]
  }
  return fieldsOf(schema, kind)
    .filter((inner) => stub === undefined || stub.includes(inner.name))
    .flatMap((inner) => columnsBelow(schema, kind, inner, { path, meaning: `${meaning}: ` }))
}

/** A sentence of the schema as part of one. */
const asPhrase = (sentence: string): string =>
  sentence.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '')
