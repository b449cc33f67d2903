import { isNonNullType } from 'graphql'
import {
  enums,
  header,
  idScalars,
  inputs,
  isJsonObject,
  objects,
  schema,
  ts,
  tsField,
  tsScalar,
} from './schema.js'

function comment(description: string | null | undefined, indent = ''): string {
  return description ? `${indent}/** ${description} */\n` : ''
}

export function typesFile(): string {
  const ids = idScalars.map((type) => `export type ${type.name} = Flavoured<'${type.name}'>`)
  const scalars = ['Instant', 'Day', 'Decimal'].map(
    (name) => `${comment(schema.getType(name)?.description)}export type ${name} = Flavoured<'${name}'>`,
  )
  const openEnums = enums.map(
    (type) =>
      `export type ${type.name} = ${type
        .getValues()
        .map((value) => `'${value.name}'`)
        .join(' | ')} | (string & {})`,
  )
  const interfaces = objects.map((type) => {
    const optional = isJsonObject(type)
    const fields = Object.values(type.getFields()).map((field) => {
      const mark = optional && !isNonNullType(field.type) ? '?' : ''
      return `${comment(field.description, '  ')}  ${field.name}${mark}: ${tsField(field)}`
    })
    const leaf = optional ? ' extends JsonLeaf' : ''
    return `${comment(type.description)}export interface ${type.name}${leaf} {\n${fields.join('\n')}\n}`
  })
  const inputInterfaces = inputs.map((type) => {
    const fields = Object.values(type.getFields()).map((field) => {
      const text = ts(field.type, (named) => tsScalar(named, true))
      return isNonNullType(field.type) ? `  ${field.name}: ${text}` : `  ${field.name}?: ${text} | undefined`
    })
    return `export interface ${type.name} {\n${fields.join('\n')}\n}`
  })
  const flavour =
    'declare const flavour: unique symbol\n/** A string that another flavour does not fit; plain strings do. */\nexport type Flavoured<Name extends string> = string & { readonly [flavour]?: Name }'
  const leaf =
    'declare const leaf: unique symbol\n/** What travels inside a JSON leaf: selected as a whole. */\nexport interface JsonLeaf {\n  readonly [leaf]?: never\n}'
  const map =
    '/** Map of generated column name (udf1text, udf2date, ...) to value. */\nexport type CustomFieldValues = Record<string, unknown>'
  return [
    header,
    flavour,
    leaf,
    ...ids,
    ...scalars,
    map,
    ...openEnums,
    ...interfaces,
    ...inputInterfaces,
  ].join('\n\n')
}
