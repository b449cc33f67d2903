import { type ASTNode, type DocumentNode, Kind, visit } from '../peers/graphql.js'

/** Where nodes of a document stand. */
export interface DocumentPaths {
  /** `getClientList/clients/accountManager`: fields by name, below a fragment starting with its name. */
  pathOf(node: ASTNode | undefined): string
  /** From the document down to the node, both included. */
  ancestorsOf(node: ASTNode | undefined): readonly ASTNode[]
}

export function documentPaths(document: DocumentNode): DocumentPaths {
  const parents = new Map<ASTNode, readonly ASTNode[]>()
  visit(document, {
    enter: (node, _key, parent, _path, ancestors) => {
      // The direct parent is not among the ancestors, and lists stand between them.
      const nodes = [...ancestors, parent ?? []].filter((entry): entry is ASTNode => !Array.isArray(entry))
      parents.set(node, [...nodes, node])
    },
  })
  const ancestorsOf = (node: ASTNode | undefined) => (node && parents.get(node)) ?? []
  return {
    ancestorsOf,
    pathOf: (node) =>
      ancestorsOf(node)
        .flatMap((entry) =>
          entry.kind === Kind.FIELD || entry.kind === Kind.FRAGMENT_DEFINITION ? [entry.name.value] : [],
        )
        .join('/'),
  }
}
