/** What a column is in SQL. */
export type SqlType = 'VARCHAR' | 'TIMESTAMP' | 'DATE' | 'DECIMAL(18,6)' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN'

/** A column of a table. */
export interface Column {
  /** In snake case: `client_account_id`. */
  readonly name: string
  readonly type: SqlType
  /** Whether its texts are JSON. */
  readonly isJson: boolean
  /** What a number counts; null for what is no number, and where it is not known. */
  readonly unit: string | null
  readonly meaning: string
  /** Names on the way to the value in a record: `['client', 'accountId']`. */
  readonly path: readonly string[]
}

/** Makes a column of text without unit, unless said. */
export const column = (
  path: readonly string[],
  meaning: string,
  { type = 'VARCHAR', isJson = false, unit = null, name = snakeCase(path) }: Partial<Column> = {},
): Column => Object.freeze({ name, type, isJson, unit, meaning, path })

/** `['client', 'accountId']` is `client_account_id`. */
export const snakeCase = (path: readonly string[]): string =>
  path.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join('_')

/** `firstResponseTime` is `first response time`. */
export const words = (name: string): string => snakeCase([name]).replace(/^_/, '').replaceAll('_', ' ')

/** Behind the columns of the schema: what did not fit them, as a JSON object by the way to it. */
export const doubtfulColumn = column(
  ['_doubtful'],
  'values that do not fit their columns, by the way to them, as they came',
  { isJson: true },
)

/** In tables of changes: what became of the row. */
export const changeColumn = column(
  ['_change'],
  'created, changed, restored or removed; null for a row that came again unchanged',
)
