/** Records of one type in a stable order, by key. */
export interface Table<Row> {
  /** Live and in the order of arrival; not to be changed from outside. */
  readonly rows: readonly Row[]
  get(id: string): Row | undefined
  add(row: Row): Row
  remove(id: string): Row | undefined
}

export function createTable<Row extends object>(key: keyof Row & string): Table<Row> {
  const rows: Row[] = []
  const byId = new Map<string, Row>()
  const idOf = (row: Row) => String(row[key])
  return {
    rows,
    get: (id) => byId.get(id),
    add: (row) => {
      rows.push(row)
      byId.set(idOf(row), row)
      return row
    },
    remove: (id) => {
      const row = byId.get(id)
      if (row === undefined) return undefined
      byId.delete(id)
      rows.splice(rows.indexOf(row), 1)
      return row
    },
  }
}
