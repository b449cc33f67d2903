import { csvLine, withoutFormula } from '../../values/csv-line.js'
import { type ClientGenome, clientGenomeSchema } from './client-genome.js'
import type { GenomeColumn } from './genome-features.js'

/** Genomes as NDJSON, one line with its line feed at a time; keys in the order of the schema. */
export function* genomesToNdjson(rows: Iterable<ClientGenome>): Generator<string, void, undefined> {
  for (const row of rows) {
    const cells = clientGenomeSchema.map(({ name }) => [name, row[name] ?? null])
    yield `${JSON.stringify(Object.fromEntries(cells))}\n`
  }
}

/**
 * Genomes as CSV of RFC 4180, one line with its CRLF at a time, the header first.
 *
 * Null is an empty cell. A text that a spreadsheet would take as a formula (it begins with `=`, `+`, `-`, `@`, a tab
 * or a carriage return) is preceded by `'`.
 */
export function* genomesToCsv(rows: Iterable<ClientGenome>): Generator<string, void, undefined> {
  yield csvLine(clientGenomeSchema.map(({ name }) => name))
  for (const row of rows) yield csvLine(clientGenomeSchema.map((column) => cellOf(column, row)))
}

function cellOf({ name }: GenomeColumn, row: ClientGenome): string | null {
  const value = row[name] ?? null
  return typeof value === 'string' ? withoutFormula(value) : value === null ? null : String(value)
}
