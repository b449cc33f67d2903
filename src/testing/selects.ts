import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from './peers/graphql.js'

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>

/** `@include` and `@skip`, as far as they are not to be decided by the executor. */
function isSkipped(selection: SelectionNode, { variableValues }: Info): boolean {
  return (selection.directives ?? []).some(({ name, arguments: given }) => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value
    const condition =
      value?.kind === Kind.VARIABLE
        ? variableValues[value.name.value]
        : value?.kind === Kind.BOOLEAN && value.value
    return (name.value === 'skip' && condition === true) || (name.value === 'include' && condition === false)
  })
}

function fieldsOf(selections: readonly SelectionNode[], info: Info): FieldNode[] {
  return selections.flatMap((selection) => {
    if (isSkipped(selection, info)) return []
    if (selection.kind === Kind.FIELD) return [selection]
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : info.fragments[selection.name.value]?.selectionSet
    return fieldsOf(set?.selections ?? [], info)
  })
}

/** Whether a call asks for the field at `path` below its operation, such as `items.salesTax.totalRate`. */
export function selects(info: Info, path: string): boolean {
  let nodes: readonly FieldNode[] = info.fieldNodes
  for (const name of path.split('.')) {
    nodes = fieldsOf(
      nodes.flatMap((node) => node.selectionSet?.selections ?? []),
      info,
    ).filter((node) => node.name.value === name)
  }
  return nodes.length > 0
}
