/** The same keys, all of them null: figures of records that are not known. */
export const unknownFigures = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.keys(row).map((key) => [key, null])) as { [Key in keyof Row]: null }
