import { isNonNullType } from 'graphql'
import { header, isJsonObject, type ProductSchema, ts, tsField, tsScalar } from './schema.js'

function comment(description: string | null | undefined, indent = ''): string {
  return description ? `${indent}/** ${description} */\n` : ''
}

/** What is declared, in order, by its name. */
type Declarations = ReadonlyMap<string, string>

function declarationsOf({ schema, objects, inputs, enums, idScalars }: ProductSchema): Declarations {
  const ids = idScalars.map(({ name }) => [name, `export type ${name} = Flavoured<'${name}'>`] as const)
  const scalars = ['Instant', 'Day', 'Decimal'].map(
    (name) =>
      [
        name,
        `${comment(schema.getType(name)?.description)}export type ${name} = Flavoured<'${name}'>`,
      ] as const,
  )
  const openEnums = enums.map((type) => {
    const values = type.getValues().map((value) => `'${value.name}'`)
    return [type.name, `export type ${type.name} = ${values.join(' | ')} | (string & {})`] as const
  })
  const interfaces = objects.map((type) => {
    const optional = isJsonObject(type)
    const fields = Object.values(type.getFields()).map((field) => {
      const mark = optional && !isNonNullType(field.type) ? '?' : ''
      return `${comment(field.description, '  ')}  ${field.name}${mark}: ${tsField(field)}`
    })
    const leaf = optional ? ' extends JsonLeaf' : ''
    const text = `${comment(type.description)}export interface ${type.name}${leaf} {\n${fields.join('\n')}\n}`
    return [type.name, text] as const
  })
  const inputInterfaces = inputs.map((type) => {
    const fields = Object.values(type.getFields()).map((field) => {
      const text = ts(field.type, (named) => tsScalar(named, true))
      return isNonNullType(field.type) ? `  ${field.name}: ${text}` : `  ${field.name}?: ${text} | undefined`
    })
    const text = `${comment(type.description)}export interface ${type.name} {\n${fields.join('\n')}\n}`
    return [type.name, text] as const
  })
  return new Map([...foundations, ...ids, ...scalars, ...openEnums, ...interfaces, ...inputInterfaces])
}

const foundations = [
  [
    'Flavoured',
    'declare const flavour: unique symbol\n/** A string that another flavour does not fit; plain strings do. */\nexport type Flavoured<Name extends string> = string & { readonly [flavour]?: Name }',
  ],
  [
    'JsonLeaf',
    'declare const leaf: unique symbol\n/** What travels inside a JSON leaf: selected as a whole. */\nexport interface JsonLeaf {\n  readonly [leaf]?: never\n}',
  ],
  [
    'CustomFieldValues',
    '/** Map of generated column name (udf1text, udf2date, ...) to value. */\nexport type CustomFieldValues = Record<string, unknown>',
  ],
] as const

/** Whether a declaration draws on a type; words in comments and enum values are no types. */
const isNamedIn = (text: string, name: string) =>
  new RegExp(`\\b${name}\\b`).test(text.replace(/\/\*\*.*?\*\/|'[^']*'/g, ''))

/** Names that stand for the very same in both, down to all they are made of. */
function alike(own: Declarations, base: Declarations): string[] {
  const same = new Set([...own.keys()].filter((name) => own.get(name) === base.get(name)))
  for (let size = -1; size !== same.size; ) {
    size = same.size
    for (const name of same) {
      const text = own.get(name) ?? ''
      if ([...own.keys()].some((other) => !same.has(other) && isNamedIn(text, other))) same.delete(name)
    }
  }
  return [...same]
}

/** @param base A schema whose types are taken over where they are the same, from `../types.js`. */
export function typesFile(product: ProductSchema, base?: ProductSchema): string {
  const own = declarationsOf(product)
  if (base === undefined) return [header, ...own.values()].join('\n\n')
  const shared = alike(own, declarationsOf(base))
  const texts = [...own].filter(([name]) => !shared.includes(name)).map(([, text]) => text)
  const used = shared.filter((name) => texts.some((text) => isNamedIn(text, name)))
  const listed = (names: readonly string[]) => `{\n${names.map((name) => `  ${name},`).join('\n')}\n}`
  return [
    `${header}import type ${listed(used)} from '../types.js'`,
    `export type ${listed(shared)} from '../types.js'`,
    ...texts,
  ].join('\n\n')
}
