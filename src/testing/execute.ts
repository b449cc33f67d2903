import {
  executionErrors,
  internalError,
  requestError,
  syntaxError,
  validationErrors,
  type WireError,
} from './errors/graphql-java-errors.js'
import { hasSingleSort } from './errors/quirk-rules.js'
import type { FieldChange } from './faults/distortion.js'
import { createFieldResolver } from './field-resolver.js'
import type { ResolvedMockOptions } from './mock-options.js'
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from './peers/graphql.js'
import type { Scene } from './scene.js'
import { selectedNames } from './selected-names.js'
import { wireSchema, wireSchemaWithTextCounts } from './wire-schema.js'
import { writeJson } from './write-json.js'

/** A document that was read once: what is wrong with it, and what it asks for. */
export interface ReadDocument {
  readonly source: string
  readonly ast: DocumentNode | undefined
  readonly errors: readonly WireError[]
}

export interface Request {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | undefined
}

/** Root fields a request asks for. */
export interface RequestedOperation {
  readonly operation: string
  readonly kind: 'query' | 'mutation'
  /** Its names in the answer: aliases where there are some. */
  readonly keys: readonly string[]
}

export interface Executor {
  read(query: string): ReadDocument
  /** Empty for documents that do not parse, and for requests that choose no operation. */
  operationsOf(document: ReadDocument, operationName: string | undefined): readonly RequestedOperation[]
  /** Body of the answer, and why it failed inside if it did. */
  run(
    document: ReadDocument,
    request: Request,
    scene: Scene,
    change?: FieldChange,
  ): { readonly body: string; readonly reasons: readonly string[] }
}

const KEPT_DOCUMENTS = 200
const MAX_TOKENS = 100_000

export type Behaviour = Pick<ResolvedMockOptions, 'product' | 'quirks' | 'quoteReferenceIds'>

/** The schema that documents are executed against. */
export const schemaOf = ({ product, quirks }: Behaviour): GraphQLSchema =>
  quirks.totalCountNumber ? wireSchema(product) : wireSchemaWithTextCounts(product)

/** Executes any document against the wire schema; answers are in the vendor's words. */
export function createExecutor(options: Behaviour, schema: GraphQLSchema = schemaOf(options)): Executor {
  const { quirks } = options
  const fieldResolver = createFieldResolver(options)
  const documents = new Map<string, ReadDocument>()

  function readNew(source: string): ReadDocument {
    try {
      const ast = parse(source, { maxTokens: MAX_TOKENS })
      return { source, ast, errors: validationErrors(schema, ast, quirks) }
    } catch (error) {
      // Besides syntax errors: a document so deep that the parser runs out of stack.
      return { source, ast: undefined, errors: [syntaxError(error as GraphQLError)] }
    }
  }

  function read(query: string): ReadDocument {
    let document = documents.get(query)
    if (document === undefined) {
      document = readNew(query)
      if (documents.size >= KEPT_DOCUMENTS) documents.delete(documents.keys().next().value ?? '')
      documents.set(query, document)
    }
    return document
  }

  function run(document: ReadDocument, request: Request, scene: Scene, change?: FieldChange) {
    if (document.ast === undefined || document.errors.length > 0) {
      return { body: writeJson({ errors: document.errors, data: null }), reasons: [] }
    }
    try {
      const refused = refusalOf(document.ast, request)
      if (refused !== undefined) return { body: writeJson({ errors: [refused], data: null }), reasons: [] }
      return executed(document.ast, request, scene, change)
    } catch (error) {
      // Input nested so deep that coercion or printing runs out of stack.
      const body = writeJson({ errors: [internalError], data: null })
      return { body, reasons: [error instanceof Error ? error.message : 'failed'] }
    }
  }

  function refusalOf(ast: DocumentNode, { variables, operationName }: Request): WireError | undefined {
    const operation = chosenOperation(ast, operationName)
    if (operation === undefined) {
      return requestError(
        operationName === undefined
          ? 'Must provide operation name if query contains multiple operations.'
          : `Unknown operation named '${operationName}'.`,
      )
    }
    if (operation.operation === 'subscription')
      return requestError('Schema is not configured for subscriptions.', 'OperationNotSupported')
    if (quirks.singleSortObject) return undefined
    const single = Object.keys(variables).find((name) => hasSingleSort(variables[name]))
    return single === undefined
      ? undefined
      : requestError(`Variable '${single}' has an invalid value : Expected type 'SortInput' in a list.`)
  }

  function executed(
    ast: DocumentNode,
    { variables, operationName }: Request,
    scene: Scene,
    change?: FieldChange,
  ) {
    const result = execute({
      schema,
      document: ast,
      contextValue: scene,
      variableValues: variables,
      operationName: operationName ?? null,
      fieldResolver: change === undefined ? fieldResolver : changed(fieldResolver, change),
    })
    if (result instanceof Promise) throw new Error('Resolvers of the mock tenant answer at once.')
    const { errors, reasons } = executionErrors(result, schema, quirks)
    const data = result.data ?? null
    return { body: writeJson(errors.length > 0 ? { errors, data } : { data }), reasons }
  }

  return { read, operationsOf, run }
}

type Resolve = GraphQLFieldResolver<unknown, Scene>

const changed =
  (resolve: Resolve, change: FieldChange): Resolve =>
  (source, args, scene, info) =>
    change(info.parentType.name, info.fieldName, resolve(source, args, scene, info))

function operationsOf(
  { ast }: ReadDocument,
  operationName: string | undefined,
): readonly RequestedOperation[] {
  const operation = chosenOperation(ast, operationName)
  if (ast === undefined || operation === undefined || operation.operation === 'subscription') return []
  const fragments = ast.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [node] : []))
  const names = selectedNames([operation.selectionSet], (name) =>
    fragments.find((node) => node.name.value === name),
  )
  const kind = operation.operation
  return [...names].map(([name, keys]) => ({ operation: name, kind, keys }))
}

/** Undefined when the name fits none, or none is given and there are several. */
function chosenOperation(
  ast: DocumentNode | undefined,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  const operations = (ast?.definitions ?? []).flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [node] : [],
  )
  if (name !== undefined) return operations.find((node) => node.name?.value === name)
  return operations.length === 1 ? operations[0] : undefined
}
