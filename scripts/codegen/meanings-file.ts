import type { GraphQLObjectType } from 'graphql'
import { directiveOf, header, type ProductSchema } from './schema.js'

/** Fields that say more than their name, as `field: ['meaning', 'unit']`. */
function rowsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const value = directiveOf(field, 'unit')?.arguments?.[0]?.value
    const unit = value?.kind === 'StringValue' ? value.value : undefined
    const { description } = field
    if (!description && unit === undefined) return []
    if (!description) throw new Error(`${type.name}.${field.name}: a field with a unit says what it is`)
    const words = [description, ...(unit === undefined ? [] : [unit])]
    return [`    ${field.name}: [${words.map((word) => `'${word.replaceAll("'", "\\'")}'`).join(', ')}],`]
  })
}

export function meaningsFile({ objects }: ProductSchema): string {
  const types = objects.flatMap((type) => {
    const rows = rowsOf(type)
    return rows.length === 0 ? [] : [`  ${type.name}: {\n${rows.join('\n')}\n  },`]
  })
  return `${header}import type { ObjectName } from './objects.js'

/** What a field holds, and what its number counts. */
export type Meaning = readonly [meaning: string, unit?: string]

/** Of the fields whose names do not tell it, by type. */
export const meanings: { readonly [Name in ObjectName]?: Readonly<Record<string, Meaning>> } = {
${types.join('\n')}
}
`
}
