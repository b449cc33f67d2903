/** Records of one type in a stable order, by key. */
export interface Table<Row> {
  /** Live and in the order of arrival; not to be changed from outside. */
  readonly rows: readonly Row[]
  get(id: string): Row | undefined
  add(row: Row): Row
  remove(id: string): Row | undefined
  /** Rows of one group, in the order of arrival; of a table without groups none. */
  ofGroup(name: string): Iterable<Row>
}

/** Is told of every row that comes or goes. */
export interface TableObserver {
  added(row: object): void
  removed(row: object): void
}

/** `groupOf` must not change while a row is in the table. */
export function createTable<Row extends object>(
  key: keyof Row & string,
  { added, removed }: TableObserver,
  groupOf?: (row: Row) => string,
): Table<Row> {
  const rows: Row[] = []
  /** Arrival numbers of `rows`, ascending, so that a row is found again without a search from the start. */
  const arrivals: number[] = []
  const byId = new Map<string, { readonly row: Row; readonly arrival: number }>()
  let count = 0

  function placeOf(arrival: number): number {
    let low = 0
    let high = arrivals.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((arrivals[middle] as number) < arrival) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Made when first asked for: most worlds never are. */
  let groups: Map<string, Set<Row>> | undefined

  function sortIn(row: Row): void {
    if (groups === undefined || groupOf === undefined) return
    const name = groupOf(row)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, new Set([row]))
    else group.add(row)
  }

  return {
    rows,
    get: (id) => byId.get(id)?.row,
    add: (row) => {
      const arrival = count++
      rows.push(row)
      arrivals.push(arrival)
      byId.set(String(row[key]), { row, arrival })
      sortIn(row)
      added(row)
      return row
    },
    remove: (id) => {
      const entry = byId.get(id)
      if (entry === undefined) return undefined
      byId.delete(id)
      const place = placeOf(entry.arrival)
      rows.splice(place, 1)
      arrivals.splice(place, 1)
      if (groupOf !== undefined) groups?.get(groupOf(entry.row))?.delete(entry.row)
      removed(entry.row)
      return entry.row
    },
    ofGroup: (name) => {
      if (groups === undefined) {
        groups = new Map()
        for (const row of rows) sortIn(row)
      }
      return groups.get(name) ?? []
    },
  }
}
