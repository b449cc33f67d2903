import type { Product } from '../client/surface.js'
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  type TypeNode,
  visit,
} from './peers/graphql.js'
import { sdlOf } from './sdl.js'

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

/** The wire type that `@wire(as: …)` names. */
function wireTypeOf(node: Directed): string | undefined {
  const directive = node.directives?.find((entry) => entry.name.value === 'wire')
  const value = directive?.arguments?.[0]?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

/** Names that exist only in the narrowed schema, with what they are on the wire. */
function narrowedNames(document: DocumentNode): Map<string, string> {
  const names = new Map<string, string>()
  for (const node of document.definitions) {
    if (node.kind !== Kind.SCALAR_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const wire = wireTypeOf(node)
    if (wire !== undefined) names.set(node.name.value, wire)
  }
  return names
}

const isOurs = (node: DefinitionNode, narrowed: ReadonlyMap<string, string>): boolean =>
  node.kind === Kind.DIRECTIVE_DEFINITION ||
  ('name' in node &&
    node.name !== undefined &&
    (node.name.value === 'OmittedField' || narrowed.has(node.name.value)))

/** A field that is one JSON leaf as a whole: lists of references are no lists on the wire. */
function asLeaf(field: FieldDefinitionNode, wire: string): FieldDefinitionNode {
  const leaf: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: wire } }
  const type: TypeNode =
    field.type.kind === Kind.NON_NULL_TYPE ? { kind: Kind.NON_NULL_TYPE, type: leaf } : leaf
  return { ...field, type }
}

function erase(document: DocumentNode): DocumentNode {
  const narrowed = narrowedNames(document)
  const definitions = document.definitions.filter((node) => !isOurs(node, narrowed))
  return visit(
    { ...document, definitions },
    {
      [Kind.FIELD_DEFINITION]: (node) => {
        const wire = wireTypeOf(node)
        return wire === undefined ? undefined : asLeaf({ ...node, directives: [] }, wire)
      },
      [Kind.DIRECTIVE]: () => null,
      [Kind.NAMED_TYPE]: (node) => {
        const wire = narrowed.get(node.name.value)
        return wire === undefined ? undefined : { ...node, name: { ...node.name, value: wire } }
      },
    },
  )
}

const schemas = new Map<Product, GraphQLSchema>()

/**
 * The schema as SuperOps serves it: no narrowed scalars, no reference types, no directives of ours.
 *
 * Built at first use; every call answers the same value, which is not to be changed.
 *
 * @example
 * wireSchema().getType('TicketId')
 * // => undefined
 */
export function wireSchema(product: Product = 'msp'): GraphQLSchema {
  let schema = schemas.get(product)
  if (schema === undefined) {
    schema = buildASTSchema(erase(parse(sdlOf[product], { noLocation: true })))
    schemas.set(product, schema)
  }
  return schema
}

/** The same with `ListInfo.totalCount` as text, as the vendor's reference prints it. */
export function wireSchemaWithTextCounts(product: Product): GraphQLSchema {
  const text: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'String' } }
  return buildASTSchema(
    visit(erase(parse(sdlOf[product], { noLocation: true })), {
      [Kind.FIELD_DEFINITION]: (node) =>
        node.name.value === 'totalCount' ? { ...node, type: text } : undefined,
    }),
  )
}
