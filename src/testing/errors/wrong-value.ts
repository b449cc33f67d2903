import { type ASTNode, type GraphQLError, Kind, type ValueNode } from '../peers/graphql.js'
import type { DocumentPaths } from './document-paths.js'
import { javaValue } from './java-value.js'

interface Placed {
  readonly type: string
  readonly text: string
  readonly at?: ASTNode | undefined
}

const isValue = (node: ASTNode | undefined): node is ValueNode =>
  node !== undefined && (node.kind.endsWith('Value') || node.kind === Kind.VARIABLE)

/** `input.sort[0].order`: the argument and the way into its value. */
function argumentPath(ancestors: readonly ASTNode[]): string {
  let path = ''
  for (const [at, node] of ancestors.entries()) {
    if (node.kind === Kind.ARGUMENT) path = node.name.value
    if (node.kind === Kind.OBJECT_FIELD) path += `.${node.name.value}`
    const next = ancestors[at + 1]
    if (node.kind === Kind.LIST && isValue(next)) path += `[${node.values.indexOf(next)}]`
  }
  return path
}

function complaint(message: string): string {
  const [first = '', second = ''] = [...message.matchAll(/"([^"]*)"/g)].map((match) => match[1])
  if (/^Field ".*" of required type/.test(message))
    return `is missing required fields '[${first.split('.').at(-1)}]'`
  if (message.includes('is not defined by type')) return `contains a field not in '${second}': '${first}'`
  if (/found null\.?$/.test(message)) return 'must not be null'
  if (message.includes('to be an object')) return 'must be an object type'
  if (message.includes('a list of')) return 'must be a list'
  const builtIn = /^(\w+) cannot represent/.exec(message)?.[1]
  if (builtIn !== undefined && builtIn !== 'Enum') return `is not a valid '${builtIn}'`
  const named = /"([^"]*)" enum/.exec(message)?.[1] ?? first
  return `is not a valid '${named.replace(/[![\]]/g, '')}'`
}

/** A literal that does not fit its argument, or the default of a variable that does not fit its type. */
export function wrongValue(error: GraphQLError, paths: DocumentPaths): Placed {
  const node = error.nodes?.[0]
  const ancestors = paths.ancestorsOf(node)
  const definition = ancestors.find((entry) => entry.kind === Kind.VARIABLE_DEFINITION)
  if (definition?.kind === Kind.VARIABLE_DEFINITION) {
    const value = definition.defaultValue
    const type = definition.type.kind === Kind.NAMED_TYPE ? definition.type.name.value : 'null'
    return {
      type: 'BadValueForDefaultArg',
      text: `Bad default value ${value ? javaValue(value) : 'null'} for type ${type}`,
    }
  }
  // A missing or unknown field is told of the object that should, or should not, have it.
  const owner = node?.kind === Kind.OBJECT_FIELD ? ancestors.at(-2) : node
  const value = isValue(owner) ? javaValue(owner) : ''
  const path = argumentPath(owner === undefined ? [] : paths.ancestorsOf(owner))
  return {
    type: 'WrongType',
    text: `argument '${path}' with value '${value}' ${complaint(error.message)}`,
    at: owner,
  }
}
