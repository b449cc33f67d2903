/**
 * Writes what is derived from src/schema/msp/*.graphql: entity and input types, field tables,
 * normalisers, the operation table and the SDL text of the mock tenant.
 * `npm run codegen` writes, `npm run codegen -- --check` fails when a written file differs.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  buildSchema,
  type ConstDirectiveNode,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'

const directory = 'src/schema/msp'
const sdl = readdirSync(directory)
  .sort()
  .map((file) => readFileSync(`${directory}/${file}`, 'utf8').trim())
  .join('\n\n')
const schema = buildSchema(sdl)
const header = '// Written by scripts/codegen.ts from src/schema. Do not edit.\n'

const all = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
const isRoot = (type: GraphQLNamedType) => type.name === 'Query' || type.name === 'Mutation'
const objects = all.filter((type): type is GraphQLObjectType => isObjectType(type) && !isRoot(type))
const inputs = all.filter(
  (type): type is GraphQLInputObjectType => isInputObjectType(type) && type.name !== 'OmittedField',
)
const enums = all.filter((type): type is GraphQLEnumType => isEnumType(type))
const idScalars = all.filter((type): type is GraphQLScalarType => isScalarType(type) && wireOf(type) === 'ID')

interface Definition {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
}
function directiveOf(definition: Definition, name: string): ConstDirectiveNode | undefined {
  return definition.astNode?.directives?.find((directive) => directive.name.value === name)
}
function wireOf(definition: Definition): string | undefined {
  const value = directiveOf(definition, 'wire')?.arguments?.[0]?.value
  return value?.kind === 'StringValue' ? value.value : undefined
}
const isJsonObject = (type: GraphQLNamedType) => isObjectType(type) && wireOf(type) === 'JSON'
const isKey = (field: Definition) => directiveOf(field, 'key') !== undefined
const isReference = (field: Definition) => directiveOf(field, 'reference') !== undefined

/** What the run time needs to know of a scalar; enums are open, so they are text. */
const kinds: Record<string, string> = {
  String: 'text',
  Int: 'int',
  Boolean: 'bool',
  ID: 'id',
  JSON: 'json',
  Instant: 'instant',
  Day: 'day',
  Decimal: 'decimal',
  CustomFieldValues: 'map',
}
function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return type.name
  if (isEnumType(type)) return 'text'
  if (idScalars.includes(type as GraphQLScalarType)) return 'id'
  const kind = kinds[type.name]
  if (kind === undefined) throw new Error(`${type.name} has no kind: add it to the table of scalars`)
  return kind
}
/** Prints a type with its list and non-null marks, the innermost name by `name`. */
function expression(type: GraphQLType, name: (type: GraphQLNamedType) => string): string {
  if (isNonNullType(type)) return `${expression(type.ofType, name)}!`
  if (isListType(type)) return `[${expression(type.ofType, name)}]`
  return name(type)
}
const wireName = (type: GraphQLNamedType) => wireOf(type) ?? type.name

const stubNames = new Set(['name', 'displayId', 'label', 'value', 'columnName'])
function stubFields(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => isKey(field) || stubNames.has(field.name))
    .map((field) => field.name)
}

function tsScalar(type: GraphQLNamedType, input: boolean): string {
  if (type.name === 'String') return 'string'
  if (type.name === 'Int') return 'number'
  if (type.name === 'Boolean') return 'boolean'
  if (type.name === 'JSON') return 'unknown'
  if (type.name === 'ID') return 'string'
  if (input && type.name === 'Instant') return 'Instant | Date'
  return type.name
}
/** TypeScript of a type; `null` is added where the SDL allows it. */
function ts(type: GraphQLType, name: (type: GraphQLNamedType) => string): string {
  if (isNonNullType(type)) return tsRequired(type.ofType, name)
  const required = tsRequired(type, name)
  return required === 'unknown' ? required : `${required} | null`
}
function tsRequired(type: GraphQLType, name: (type: GraphQLNamedType) => string): string {
  if (!isListType(type)) return name(type as GraphQLNamedType)
  const item = ts(type.ofType, name)
  return item.includes(' ') ? `(${item})[]` : `${item}[]`
}
function tsField(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type)
  if (isReference(field) && isObjectType(named)) {
    const stub = `Pick<${named.name}, ${stubFields(named)
      .map((name) => `'${name}'`)
      .join(' | ')}>`
    return ts(field.type, () => stub)
  }
  const plain = (type: GraphQLNamedType) => tsScalar(type, false)
  if (isKey(field)) return tsRequired(isNonNullType(field.type) ? field.type.ofType : field.type, plain)
  return ts(field.type, plain)
}
function comment(description: string | null | undefined, indent = ''): string {
  return description ? `${indent}/** ${description} */\n` : ''
}

function typesFile(): string {
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

/** `name:kind` words; `@` key, `=` inside a JSON leaf, `^Type(a,b)` back reference with its stub. */
function fieldTable(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const named = getNamedType(field.type)
      const leaf = isJsonObject(named) ? '=' : ''
      const text = expression(field.type, kindOf)
      const stub = isReference(field) && isObjectType(named) ? `^${stubFields(named).join(',')}` : ''
      return `${field.name}:${leaf}${text}${isKey(field) ? '@' : ''}${stub}`
    })
    .join(' ')
}
function objectsFile(): string {
  const rows = objects.map((type) => `  ${type.name}: '${fieldTable(type)}',`)
  return `${header}
/** Fields of every object type, read by fields.ts. */
export const objects = {\n${rows.join('\n')}\n} as const

export type ObjectName = keyof typeof objects

export interface ObjectTypes {\n${objects.map((type) => `  ${type.name}: types.${type.name}`).join('\n')}\n}
`.replace('\n\n/** Fields', "\nimport type * as types from './types.js'\n\n/** Fields")
}

const converted = new Set(['id', 'int', 'instant', 'day', 'decimal'])
function normaliserStep(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const at = `r.${field.name}`
  const required = isNonNullType(field.type)
  const type = required ? (field.type as { ofType: GraphQLType }).ofType : field.type
  const kind = kindOf(getNamedType(type))
  if (isKey(field)) return `r.${field.name} = key(${at}, c)`
  const present = `if ((v = ${at}) ${required ? '!== undefined' : '!= null'})`
  if (isListType(type)) {
    const nullable = !isNonNullType(type.ofType)
    if (wireOf(field) === 'JSON') return `${present} ${at} = refs(v, ${kind}, c)`
    if (isObjectType(getNamedType(type))) return `${present} list(v, ${kind}, ${nullable}, c)`
    if (kind !== 'text' && kind !== 'json')
      throw new Error(`${owner.name}.${field.name}: no normaliser for lists of ${kind}`)
    return `${present} ${kind}s(v, ${nullable}, c)`
  }
  if (isObjectType(getNamedType(type))) {
    const inLeaf = isJsonObject(getNamedType(type))
    return inLeaf ? `${present} ${at} = ref(v, ${kind}, ${!required}, c)` : `${present} object(v, ${kind}, c)`
  }
  if (kind === 'json') return required ? `if (${at} === null) odd(null, c)` : ''
  if (kind === 'text') return `${present.slice(0, -1)} && typeof v !== 'string') odd(v, c)`
  if (kind === 'bool') return `${present.slice(0, -1)} && typeof v !== 'boolean') odd(v, c)`
  if (kind === 'map') return `${present} map(v, c)`
  if (!converted.has(kind)) throw new Error(`${owner.name}.${field.name}: no normaliser for ${kind}`)
  return `${present} ${at} = ${kind}(v, c)`
}
function normalisersFile(): string {
  const functions = objects.map((type) => {
    const steps = Object.values(type.getFields())
      .map((field) => normaliserStep(type, field))
      .filter((step) => step !== '')
    const declared = steps.some((step) => step.includes('v = ')) ? '  let v: unknown\n' : ''
    return `function ${type.name}(r: Row, c: Findings): void {\n${declared}${steps.map((step) => `  ${step}`).join('\n')}\n}`
  })
  const imports = [
    'day',
    'decimal',
    'id',
    'instant',
    'int',
    'jsons',
    'key',
    'list',
    'map',
    'object',
    'odd',
    'ref',
    'refs',
    'texts',
  ]
  const body = functions.join('\n\n')
  const used = imports.filter((name) => new RegExp(`\\b${name}\\(`).test(body))
  return `${header}import { ${used.join(', ')}, type Findings, type Normaliser, type Row } from '../normalise.js'
import type { ObjectName } from './objects.js'

${body}

export const normalisers: Record<ObjectName, Normaliser> = {\n${objects.map((type) => `  ${type.name},`).join('\n')}\n}
`
}

interface Omission {
  path: string
}
function omissions(field: Definition): Omission[] {
  const list = directiveOf(field, 'omit')?.arguments?.[0]?.value
  if (list?.kind !== 'ListValue') return []
  return list.values.map((entry) => {
    if (entry.kind !== 'ObjectValue') throw new Error('@omit takes objects')
    const path = entry.fields.find((item) => item.name.value === 'path')?.value
    if (path?.kind !== 'StringValue') throw new Error('@omit needs a path')
    return { path: path.value }
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
function operationsFile(): string {
  const rows: string[] = []
  const signatures: string[] = []
  for (const [kind, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const [argument, ...more] = field.args
      if (more.length > 0) throw new Error(`${field.name}: an operation takes one argument at most`)
      const result = getNamedType(field.type)
      const omit = omissions(field).map((entry) => entry.path)
      const typeName = (type: GraphQLNamedType) =>
        isObjectType(type)
          ? omit.length > 0
            ? `(${tsWithout(type, omit)})`
            : `types.${type.name}`
          : tsScalarOf(type)
      const parts = [`kind: '${kind}'`]
      if (argument !== undefined) {
        parts.push(`argument: '${argument.name}'`, `type: '${expression(argument.type, wireName)}'`)
        const named = getNamedType(argument.type)
        if (named.name === 'ListInfoInput') parts.push(`listInfo: '${argument.name}'`)
        else if (isInputObjectType(named) && named.getFields().listInfo)
          parts.push(`listInfo: '${argument.name}.listInfo'`)
      }
      parts.push(`result: '${expression(field.type, kindOf)}'`)
      if (isObjectType(result) && result.getFields().listInfo) {
        const rowsField = Object.values(result.getFields()).find((item) => item.name !== 'listInfo')
        if (rowsField === undefined || !isListType(rowsField.type)) throw new Error(`${result.name}: no rows`)
        parts.push(`rows: '${rowsField.name}'`)
      }
      if (omit.length > 0) parts.push(`omit: [${omit.map((path) => `'${path}'`).join(', ')}]`)
      rows.push(`  ${field.name}: { ${parts.join(', ')} },`)
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

/** One line per documented operation; types are those of the wire, results in the kinds of objects.ts. */
export const operations = {\n${rows.join('\n')}\n} as const

/** Input fields that hold instants, and the way to them; every other input goes out as it is. */
export const inputInstants: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${inputInstants().join('\n')}\n}
`
}
function tsScalarOf(type: GraphQLNamedType): string {
  const text = tsScalar(type, false)
  return text === type.name ? `types.${text}` : text
}
function inputInstants(): string[] {
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

function refuseCycles(type: GraphQLObjectType, path: readonly string[]): void {
  if (path.includes(type.name))
    throw new Error(`${[...path, type.name].join(' -> ')}: mark one of these with @reference`)
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type)
    if (isObjectType(named) && !isReference(field)) refuseCycles(named, [...path, type.name])
  }
}
for (const type of objects) refuseCycles(type, [])

const files: Record<string, string> = {
  'src/entities/generated/types.ts': typesFile(),
  'src/entities/generated/objects.ts': objectsFile(),
  'src/entities/generated/normalisers.ts': normalisersFile(),
  'src/entities/generated/operations.ts': operationsFile(),
  'src/testing/generated/msp-sdl.ts': `${header}\nexport const mspSdl = ${JSON.stringify(`${sdl}\n`)}\n`,
}
const check = process.argv.includes('--check')
for (const [file, text] of Object.entries(files)) {
  const content = `${text.trimEnd()}\n`
  if (!check) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  } else if (readFileSync(file, 'utf8') !== content) {
    console.error(`${file} differs from the schema: run npm run codegen`)
    process.exitCode = 1
  }
}
