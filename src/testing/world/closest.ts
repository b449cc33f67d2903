/** The row of that name, else the first one; a list without rows is a mistake of the world. */
export function closest<Row extends { readonly name: string | null }>(
  rows: readonly Row[],
  name: string,
): Row {
  const row = rows.find((candidate) => candidate.name === name) ?? rows[0]
  if (row === undefined) throw new Error(`The world has no row to stand in for "${name}".`)
  return row
}
