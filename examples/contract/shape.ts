import type { QueryName } from '@superhack/superops/entities'
import { wireSchema } from '@superhack/superops/testing'
import {
  type GraphQLType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
} from 'graphql'
import type { Reply } from './ask.js'
import { keyName, vendorName } from './names.js'
import { isBareInteger, parseMarked } from './read-reply.js'
import type { Row } from './trials.js'

/** What was seen at each path and how often; never a value. */
export type Shape = Map<string, Map<string, number>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function note(shape: Shape, path: string, fact: string): void {
  let facts = shape.get(path)
  if (facts === undefined) {
    facts = new Map()
    shape.set(path, facts)
  }
  facts.set(fact, (facts.get(fact) ?? 0) + 1)
}

const time = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

function factOf(value: unknown, type: GraphQLType | undefined, key: string): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'object' || typeof value === 'boolean') return typeof value
  const named = type && getNamedType(type)
  const isNumber = typeof value === 'number' || isBareInteger(value)
  if (named?.name === 'ID' || (named?.name !== 'String' && /(?:^i|I)d$/.test(key)))
    return isNumber ? 'bare id' : 'quoted id'
  if (isNumber) return 'number'
  const text = String(value)
  if (isEnumType(named))
    return named.getValue(text) ? 'member' : `member ${vendorName(text)}, not in the schema`
  return time.test(text) ? `time ${text.replace(/\d/g, '0')}` : 'string'
}

/** `hasMore` means something only together with the place of the page. */
function pageFact({ page, pageSize, totalCount, hasMore }: Row): string {
  const [at, size, total] = [page, pageSize, totalCount].map(Number)
  const isLast = Number(at) * Number(size) >= Number(total)
  return `${hasMore} on ${isLast ? 'the last page' : 'an inner page'}`
}

function walk(shape: Shape, value: unknown, type: GraphQLType | undefined, path: string): void {
  const key = /\.(\w+)(?:\[\])*$/.exec(path)?.[1] ?? ''
  note(shape, path, factOf(value, type, key))
  const bare = type && getNullableType(type)
  if (Array.isArray(value)) {
    const inner: GraphQLType | undefined = isListType(bare) ? bare.ofType : bare
    for (const entry of value) walk(shape, entry, inner, `${path}[]`)
  } else if (isRow(value)) {
    const fields = isObjectType(bare) ? bare.getFields() : undefined
    for (const [name, inner] of Object.entries(value)) {
      const isPageEnd = name === 'hasMore' && isObjectType(bare) && bare.name === 'ListInfo'
      if (isPageEnd) note(shape, `${path}.hasMore`, pageFact(value))
      else walk(shape, inner, fields?.[name]?.type, `${path}.${fields?.[name] ? name : keyName(name)}`)
    }
  }
}

function errorFact(error: unknown): string {
  const extensions = isRow(error) && isRow(error.extensions) ? error.extensions : {}
  const { classification, clientError } = extensions
  const codes = Array.isArray(clientError)
    ? clientError.map((entry) => vendorName(isRow(entry) ? entry.code : undefined))
    : []
  return [classification === undefined ? 'no classification' : vendorName(classification), ...codes].join(' ')
}

/** Adds what an answer shows to a shape and gives its data. */
export function addReply(shape: Shape, name: QueryName, { status, text }: Reply): unknown {
  const body = parseMarked(text)
  const isAnswer = isRow(body)
  note(shape, 'HTTP', `${status ?? 'no answer'}${status === 200 && !isAnswer ? ', no JSON object' : ''}`)
  if (!isAnswer) return undefined
  const errors = Array.isArray(body.errors) ? body.errors : []
  if (errors.length === 0) note(shape, 'errors', 'none')
  for (const error of errors) note(shape, 'errors', errorFact(error))
  if (!isRow(body.data) || !(name in body.data)) {
    note(shape, 'data', 'absent')
    return undefined
  }
  walk(shape, body.data[name], wireSchema().getQueryType()?.getFields()[name]?.type, 'data')
  return body.data[name]
}
