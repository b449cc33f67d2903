import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'

/** Names of the fields in selection sets, those of fragments included, whatever their aliases. */
export function selectedNames(
  sets: readonly (SelectionSetNode | undefined)[],
  fragmentOf: (name: string) => FragmentDefinitionNode | undefined,
): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<string>()
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        const fragment = fragmentOf(selection.name.value)
        if (fragment !== undefined) collect(fragment.selectionSet)
      }
    }
  }
  for (const set of sets) if (set !== undefined) collect(set)
  return names
}
