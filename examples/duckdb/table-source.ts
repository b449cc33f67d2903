import type { Column, FormatName } from '@superhack/superops/tables'

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

/** What DuckDB reads a file of a table with: its types are those of `schema.json`, none is guessed. */
export function tableSource(file: string, format: FormatName, columns: readonly Column[]): string {
  const types = `columns = {${columns.map(({ name, type }) => `${text(name)}: ${text(type)}`).join(', ')}}`
  switch (format) {
    case 'parquet':
      return `read_parquet(${text(file)})`
    case 'ndjson':
      return `read_ndjson(${text(file)}, ${types})`
    case 'csv':
      // An empty field is null, a quoted one a text.
      return `read_csv(${text(file)}, ${types}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, new_line = '\\r\\n')`
  }
}
