/** Records of one type in a stable order, by key. */
export interface Table<Row> {
  /** Live and in the order of arrival; not to be changed from outside. */
  readonly rows: readonly Row[]
  get(id: string): Row | undefined
  add(row: Row): Row
  remove(id: string): Row | undefined
}

/** Is told of every row that comes or goes. */
export interface TableObserver {
  added(row: object): void
  removed(row: object): void
}

export function createTable<Row extends object>(
  key: keyof Row & string,
  { added, removed }: TableObserver,
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

  return {
    rows,
    get: (id) => byId.get(id)?.row,
    add: (row) => {
      const arrival = count++
      rows.push(row)
      arrivals.push(arrival)
      byId.set(String(row[key]), { row, arrival })
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
      removed(entry.row)
      return entry.row
    },
  }
}
