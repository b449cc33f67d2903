import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'
import {
  type Definition,
  directiveOf,
  expression,
  header,
  kindOf,
  type ProductSchema,
  ts,
  tsScalar,
  wireName,
} from './schema.js'

function omittedPaths(field: Definition): string[] {
  const list = directiveOf(field, 'omit')?.arguments?.[0]?.value
  if (list?.kind !== 'ListValue') return []
  return list.values.map((entry) => {
    if (entry.kind !== 'ObjectValue') throw new Error('@omit takes objects')
    const path = entry.fields.find((item) => item.name.value === 'path')?.value
    if (path?.kind !== 'StringValue') throw new Error('@omit needs a path')
    return path.value
  })
}
/** TypeScript of an object type without the fields at `paths`. */
function tsWithout(type: GraphQLObjectType, paths: readonly string[]): string {
  const direct = paths.filter((path) => !path.includes('.'))
  const nested = new Map<string, string[]>()
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.')
    if (type.getFields()[head] === undefined) throw new Error(`@omit: ${type.name} has no field ${head}`)
    if (rest.length > 0) nested.set(head, [...(nested.get(head) ?? []), rest.join('.')])
  }
  const gone = [...direct, ...nested.keys()].map((name) => `'${name}'`).join(' | ')
  const parts = [...nested].map(([name, inner]) => {
    const field = type.getFields()[name] as GraphQLField<unknown, unknown>
    return `${name}: ${ts(field.type, (named) => tsWithout(named as GraphQLObjectType, inner))}`
  })
  return `Omit<types.${type.name}, ${gone}>${parts.length > 0 ? ` & { ${parts.join('; ')} }` : ''}`
}
/** `Type`, `name:Type` when the name is not `input`, `+` behind a type with a page in its listInfo. */
function argumentText({ name, type }: GraphQLArgument): string {
  const named = getNamedType(type)
  const paged = isInputObjectType(named) && named.getFields().listInfo !== undefined
  return `${name === 'input' ? '' : `${name}:`}${expression(type, wireName)}${paged ? '+' : ''}`
}

export function operationsFile({ schema }: ProductSchema): string {
  const rows = { query: [] as string[], mutation: [] as string[] }
  const signatures: string[] = []
  for (const [kind, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const [argument, ...more] = field.args
      if (more.length > 0) throw new Error(`${field.name}: an operation takes one argument at most`)
      const result = getNamedType(field.type)
      const omit = omittedPaths(field)
      const typeName = (type: GraphQLNamedType) =>
        isObjectType(type)
          ? omit.length > 0
            ? `(${tsWithout(type, omit)})`
            : `types.${type.name}`
          : tsScalarOf(type)
      if (isObjectType(result) && result.getFields().listInfo) {
        const [rowsField, ...others] = Object.values(result.getFields()).filter(
          ({ name }) => name !== 'listInfo',
        )
        if (rowsField === undefined || !isListType(rowsField.type) || others.length > 0)
          throw new Error(`${result.name}: a page holds rows and listInfo`)
      }
      const taken = argument === undefined ? '' : `${argumentText(argument)} `
      const left = omit.length > 0 ? ` -${omit.join(',')}` : ''
      rows[kind].push(`  ${field.name}: '${taken}> ${expression(field.type, kindOf)}${left}',`)
      const mark = argument !== undefined && !isNonNullType(argument.type) ? '?' : ''
      const inputType =
        argument &&
        ts(argument.type, (type) => (isScalarType(type) ? tsScalarOf(type) : `types.${type.name}`))
      const variables = argument
        ? `{ ${argument.name}${mark}: ${inputType}${mark ? ' | undefined' : ''} }`
        : 'Record<string, never>'
      signatures.push(
        `  ${field.name}: { kind: '${kind}'; variables: ${variables}; result: ${ts(field.type, typeName)} }`,
      )
    }
  }
  return `${header}import type * as types from './types.js'

export interface Operations {\n${signatures.join('\n')}\n}

/**
 * One line per documented operation, read by operation.ts: 'argument:Type > result -omitted,paths'. The argument is
 * named input unless said; + means that its field listInfo asks for the page. Types are those of the wire,
 * results in the kinds of objects.ts.
 */
export const queries = {\n${rows.query.join('\n')}\n}

export const mutations = {\n${rows.mutation.join('\n')}\n}
`
}
function tsScalarOf(type: GraphQLNamedType): string {
  const text = tsScalar(type, false)
  return text === type.name ? `types.${text}` : text
}
