import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  graphQLError,
  isListType,
  isObjectType,
  type SourceLocation,
  type ValidationContext,
  type ValidationRule,
  validate,
} from '../peers/graphql.js'
import type { Quirks } from '../quirks.js'
import { coercionText } from './coercion-text.js'
import { documentPaths } from './document-paths.js'
import { ClientFailure } from './operation-failure.js'
import { keepsOwnWords, rulesOf } from './validation-rules.js'

/** One entry of `errors` in the vendor's form; keys are printed in this order. */
export interface WireError {
  readonly message?: string | null
  readonly locations?: readonly SourceLocation[]
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

const locationsOf = (error: GraphQLError): { locations?: readonly SourceLocation[] } =>
  error.locations === undefined ? {} : { locations: error.locations }

const refusal = (classification: string, message: string, error: GraphQLError): WireError => ({
  message,
  ...locationsOf(error),
  extensions: { classification },
})

const ownWords = (error: GraphQLError): WireError => ({ message: error.message, ...locationsOf(error) })

/** Validation in the vendor's words; an empty list lets the document pass. */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode, quirks: Quirks): WireError[] {
  const origins = new Map<GraphQLError, number>()
  const javaRules = rulesOf(quirks)
  const tagged = javaRules.map(
    ([rule], at): ValidationRule =>
      (context) => {
        // The rules share one context; a derived one tells which of them complains.
        const own: ValidationContext = Object.create(context, {
          reportError: {
            value: (error: GraphQLError) => {
              origins.set(error, at)
              context.reportError(error)
            },
          },
        })
        return rule(own)
      },
  )
  const errors = validate(schema, document, tagged)
  if (errors.length === 0) return []
  const paths = documentPaths(document)
  return errors.flatMap((error) => {
    const describe = javaRules[origins.get(error) ?? -1]?.[1]
    if (describe === undefined) return []
    const { type, text, at = error.nodes?.[0] } = describe(error, paths)
    if (keepsOwnWords(quirks, error.message, type)) return [ownWords(error)]
    const path = paths.pathOf(at)
    const message = `Validation error of type ${type}: ${text}${path === '' ? '' : ` @ '${path}'`}`
    const placed = at === undefined ? error : graphQLError(error.message, { nodes: at })
    return [refusal('ValidationError', message, placed)]
  })
}

/** A document that does not parse. Published form, not seen live. */
export function syntaxError(error: GraphQLError): WireError {
  const { line = 1, column = 1 } = error.locations?.[0] ?? {}
  const token =
    /(?:found|Unexpected) (?:Name |Int |String )?"?([^".]*)"?\.?$/.exec(error.message)?.[1] ?? '<EOF>'
  return refusal(
    'InvalidSyntax',
    `Invalid Syntax : offending token '${token}' at line ${line} column ${column}`,
    error,
  )
}

/** A request that names no operation to execute. Published form, not seen live. */
export const requestError = (message: string, classification = 'ValidationError'): WireError => ({
  message,
  extensions: { classification },
})

export const internalError: WireError = { message: 'Internal Server Error(s) while executing query' }

/** `/getOfferedItems/items[0]/type` */
const javaPath = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}/${key}`), '')

function nullInNonNull(error: GraphQLError, schema: GraphQLSchema): WireError | undefined {
  const [, owner = '', field = ''] =
    /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(error.message) ?? []
  const type = schema.getType(owner)
  if (!isObjectType(type)) return undefined
  const fieldType = type.getFields()[field]?.type
  if (fieldType === undefined) return undefined
  const path = error.path ?? []
  const inner = getNullableType(fieldType)
  const name = isListType(inner) ? String(inner) : getNamedType(fieldType).name
  return {
    message: `Cannot return null for non-nullable type: '${name}' within parent '${owner}' (${javaPath(path)})`,
    path,
    extensions: { classification: 'NullValueInNonNullableField' },
  }
}

function notSerialisable(error: GraphQLError): WireError | undefined {
  const found = /^(?:Enum "(\w+)" cannot represent value: "?([^"]*)"?|(\w+) cannot represent .*)$/s.exec(
    error.message,
  )
  if (found === null) return undefined
  const [, name, value, scalar] = found
  const reason =
    name === undefined
      ? `Expected type '${scalar}'.`
      : `Invalid input for Enum '${name}'. Unknown value '${value}'`
  const path = error.path ?? []
  return {
    message: `Can't serialize value (${javaPath(path)}) : ${reason}`,
    path,
    extensions: { classification: 'DataFetchingException' },
  }
}

/** What an executed operation answers for its errors, and why it failed inside, for whoever debugs a test. */
export function executionErrors(
  result: ExecutionResult,
  schema: GraphQLSchema,
  quirks: Quirks,
): { readonly errors: WireError[]; readonly reasons: string[] } {
  const errors: WireError[] = []
  const reasons: string[] = []
  for (const error of result.errors ?? []) {
    const cause = error.originalError
    if (result.data === undefined && error.nodes === undefined) {
      // No complaint about a variable: its value was nested so deep that coercion ran out of stack.
      return { errors: [internalError], reasons: [error.message] }
    }
    if (result.data === undefined) {
      // Variables are refused one at a time.
      const wording = keepsOwnWords(quirks, error.message)
        ? ownWords(error)
        : refusal('ValidationError', coercionText(error.message), error)
      return { errors: [wording], reasons }
    }
    const known =
      cause instanceof ClientFailure
        ? clientError(cause)
        : (nullInNonNull(error, schema) ?? notSerialisable(error))
    if (known === undefined) reasons.push(error.message)
    else errors.push(known)
  }
  // All internal failures of an answer collapse into one entry.
  if (reasons.length > 0) errors.push(internalError)
  return { errors, reasons }
}

const clientError = ({ entries }: ClientFailure): WireError => ({
  message: null,
  extensions: { clientError: entries, classification: 'DataFetchingException' },
})
