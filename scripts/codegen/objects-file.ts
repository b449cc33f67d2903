import { type GraphQLInputObjectType, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import {
  expression,
  header,
  isJsonObject,
  isKey,
  isReference,
  kindOf,
  type ProductSchema,
  stubFields,
} from './schema.js'

/**
 * `name:kind` words; `text` is left out, `name=Type` is inside a JSON leaf, of type `NameRef` when none is given,
 * `@` the key, `^a,b` a back reference with what is selected of it.
 */
function fieldTable(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const named = getNamedType(field.type)
      const stub = isReference(field) && isObjectType(named) ? `^${stubFields(named).join(',')}` : ''
      const kind = expression(field.type, kindOf).replace(/^text\b/, '')
      const marks = `${isKey(field) ? '@' : ''}${stub}`
      if (!isJsonObject(named)) return `${field.name}${/^\w|^\[/.test(kind) ? ':' : ''}${kind}${marks}`
      return `${field.name}=${kind.replace(new RegExp(`^${ownRef(field.name)}\\b`), '')}${marks}`
    })
    .join(' ')
}

const ownRef = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Ref`

export function objectsFile({ objects, inputs }: ProductSchema): string {
  const rows = objects.map((type) => `  ${type.name}: '${fieldTable(type)}',`)
  return `${header}import type * as types from './types.js'

/** Fields of every object type, read by fields.ts. */
export const objects = {\n${rows.join('\n')}\n} as const

export type ObjectName = keyof typeof objects

export interface ObjectTypes {\n${objects.map((type) => `  ${type.name}: types.${type.name}`).join('\n')}\n}

/** Input fields that hold instants, and the way to them; every other input goes out as it is. */
export const inputInstants: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${inputInstants(inputs).join('\n')}\n}
`
}

function inputInstants(inputs: ProductSchema['inputs']): string[] {
  const holds = new Set<string>()
  const leads = (type: GraphQLInputObjectType) =>
    Object.values(type.getFields()).filter((field) => {
      const named = getNamedType(field.type)
      return named.name === 'Instant' || holds.has(named.name)
    })
  for (let size = -1; size !== holds.size; ) {
    size = holds.size
    for (const type of inputs) if (leads(type).length > 0) holds.add(type.name)
  }
  return inputs
    .filter((type) => holds.has(type.name))
    .map(
      (type) =>
        `  ${type.name}: { ${leads(type)
          .map((field) => `${field.name}: '${getNamedType(field.type).name}'`)
          .join(', ')} },`,
    )
}
