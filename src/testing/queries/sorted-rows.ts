import type { SortColumn, SortKey } from './sort.js'

interface Entry {
  readonly row: object
  /** Place among the unsorted rows, which decides between equals. */
  readonly at: number
  readonly values: readonly unknown[]
  readonly keys: readonly SortKey[]
}

/** Rows kept in order: when few of them change, only these are sorted again. */
export interface SortedRows {
  /** The rows in order as they are now; empty values come last upwards and first downwards. */
  of(rows: readonly object[]): readonly object[]
}

export function createSortedRows(columns: readonly SortColumn[]): SortedRows {
  let entries: Entry[] = []
  let order: Entry[] = []
  let sorted: readonly object[] = []

  const entryOf = (row: object, at: number): Entry => {
    const values = columns.map((column) => column.read(row))
    return { row, at, values, keys: columns.map((column, which) => column.keyOf(values[which] ?? null)) }
  }
  const isCurrent = ({ row, values }: Entry): boolean =>
    columns.every((column, which) => column.read(row) === values[which])

  function compare(left: Entry, right: Entry): number {
    for (const [which, { direction }] of columns.entries()) {
      const a = left.keys[which] ?? null
      const b = right.keys[which] ?? null
      if (a === b) continue
      if (a === null) return direction
      if (b === null) return -direction
      return a < b ? -direction : direction
    }
    return left.at - right.at
  }

  function startAgain(rows: readonly object[]): true {
    entries = rows.map(entryOf)
    order = [...entries].sort(compare)
    return true
  }

  /** Whether anything changed. */
  function update(rows: readonly object[]): boolean {
    const stale = new Set<Entry>()
    const fresh: Entry[] = []
    // A plain loop: this one runs over all rows after every change.
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as object
      const entry = entries[at]
      // A row was taken away, so that all behind it have new places.
      if (entry !== undefined && entry.row !== row) return startAgain(rows)
      if (entry !== undefined && isCurrent(entry)) continue
      if (entry !== undefined) stale.add(entry)
      fresh.push(entryOf(row, at))
    }
    if (rows.length < entries.length) return startAgain(rows)
    if (fresh.length === 0) return false
    for (const entry of fresh) entries[entry.at] = entry
    const kept = stale.size === 0 ? order : order.filter((entry) => !stale.has(entry))
    order = merged(kept, fresh.sort(compare), compare)
    return true
  }

  return {
    of: (rows) => {
      if (update(rows)) sorted = order.map((entry) => entry.row)
      return sorted
    },
  }
}

function merged<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Item[] {
  const all: Item[] = []
  let from = 0
  for (const item of right) {
    // Few items go in between many: a binary search for each, and whole stretches in one go.
    let low = from
    let high = left.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(left[middle] as Item, item) <= 0) low = middle + 1
      else high = middle
    }
    for (let at = from; at < low; at++) all.push(left[at] as Item)
    all.push(item)
    from = low
  }
  for (let at = from; at < left.length; at++) all.push(left[at] as Item)
  return all
}
