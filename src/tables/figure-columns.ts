import type { MetricDefinition } from '../metrics/catalogue/definition.js'
import type { GenomeColumn } from '../metrics/genome/genome-features.js'
import { type Column, column, type SqlType } from './column.js'

/** What a unit of the catalogues is in SQL; every other one is of a number with a fraction. */
const types: Readonly<Record<string, SqlType>> = {
  text: 'VARCHAR',
  enum: 'VARCHAR',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
  count: 'BIGINT',
  '1–4': 'BIGINT',
}
const json: ReadonlySet<string> = new Set(['record', 'list', 'array', '168 counts'])

/**
 * Columns of the fields of a catalogue, in its order.
 *
 * @param above Name of the field that holds them.
 * @param names Of columns, where the field's own would be a word of SQL.
 */
export const catalogueColumns = (
  catalogue: readonly MetricDefinition[],
  above: readonly string[] = [],
  names: Readonly<Record<string, string>> = {},
): readonly Column[] =>
  catalogue.map(({ field, unit, formula, nullWhen }) => {
    const isJson = json.has(unit)
    const type = isJson ? 'VARCHAR' : (types[unit] ?? 'DOUBLE')
    const isNumber = type === 'BIGINT' || type === 'DOUBLE'
    const name = names[field]
    return column([...above, field], nullWhen === 'never' ? formula : `${formula}; null: ${nullWhen}`, {
      type,
      isJson,
      unit: isNumber ? unit : null,
      ...(name !== undefined && { name }),
    })
  })

const genomeTypes: Readonly<Record<GenomeColumn['type'], SqlType>> = {
  text: 'VARCHAR',
  instant: 'TIMESTAMP',
  number: 'DOUBLE',
  binary: 'BIGINT',
}

export const genomeColumns = (schema: readonly GenomeColumn[]): readonly Column[] =>
  schema.map(({ name, type, unit, description }) =>
    column([name], description, { type: genomeTypes[type], unit }),
  )
