import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from './peers/graphql.js'

/** Names of the fields in selection sets, those of fragments included, each with the keys it is answered under. */
export function selectedNames(
  sets: readonly (SelectionSetNode | undefined)[],
  fragmentOf: (name: string) => FragmentDefinitionNode | undefined,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  const seen = new Set<string>()
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value
        const key = (selection.alias ?? selection.name).value
        const keys = names.get(name)
        if (keys === undefined) names.set(name, [key])
        else keys.push(key)
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (selection.kind === Kind.FRAGMENT_SPREAD && !seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        const fragment = fragmentOf(selection.name.value)
        if (fragment !== undefined) collect(fragment.selectionSet)
      }
    }
  }
  for (const set of sets) if (set !== undefined) collect(set)
  return names
}
