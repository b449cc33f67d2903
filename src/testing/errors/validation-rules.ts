import {
  type ASTNode,
  ExecutableDefinitionsRule,
  FieldsOnCorrectTypeRule,
  FragmentsOnCompositeTypesRule,
  type GraphQLError,
  Kind,
  KnownArgumentNamesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUndefinedVariablesRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  ProvidedRequiredArgumentsRule,
  ScalarLeafsRule,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueFragmentNamesRule,
  UniqueInputFieldNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
} from '../peers/graphql.js'
import type { QuirkName, Quirks } from '../quirks.js'
import type { DocumentPaths } from './document-paths.js'
import { hiddenFieldsRule, sortListRule } from './quirk-rules.js'
import { wrongValue } from './wrong-value.js'

/** What graphql-java says: its error type, its text, and the node it points at. */
export interface JavaText {
  readonly type: string
  readonly text: string
  readonly at?: ASTNode | undefined
}

type Describe = (error: GraphQLError, paths: DocumentPaths) => JavaText

/** Quoted words of the message, which is where graphql-js names things. */
const words = (error: GraphQLError): string[] =>
  [...error.message.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
const node = (error: GraphQLError, at: number) => error.nodes?.[at]

/** Wrapped types have no name in graphql-java, so that its message says `null`: seen live for `JSON!`. */
const leafName = (type: string): string => (/[![\]]/.test(type) ? 'null' : type)

const simple =
  (type: string, text: (...names: string[]) => string): Describe =>
  (error) => ({ type, text: text(...words(error)) })

const subSelection: Describe = (error, paths) => {
  const [field = '', type = ''] = words(error)
  const at = paths.ancestorsOf(node(error, 0)).findLast((entry) => entry.kind === Kind.FIELD)
  return error.message.includes('must not have')
    ? {
        type: 'SubSelectionNotAllowed',
        text: `Sub selection not allowed on leaf type ${leafName(type)} of field ${field}`,
        at,
      }
    : {
        type: 'SubSelectionRequired',
        text: `Sub selection required for type ${leafName(type)} of field ${field}`,
        at,
      }
}

const fragmentType: Describe = (error) => ({
  type:
    node(error, 0)?.kind === Kind.NAMED_TYPE && error.message.startsWith('Fragment cannot')
      ? 'InlineFragmentTypeConditionInvalid'
      : 'FragmentTypeConditionInvalid',
  text: error.message.startsWith('Fragment cannot')
    ? 'Inline fragment type condition is invalid, must be on Object/Interface/Union'
    : 'Fragment type condition is invalid, must be on Object/Interface/Union',
})

const spread: Describe = (error) => {
  const names = words(error)
  const [parent = '', other = ''] = names.slice(-2)
  const what = names.length > 2 ? `Fragment ${names[0]}` : 'Fragment'
  return {
    type: 'InvalidFragmentType',
    text: `${what} cannot be spread here as objects of type ${parent} can never be of type ${other}`,
  }
}

const directive: Describe = (error) => {
  const name = words(error)[0]?.replace(/^@/, '') ?? ''
  return error.message.startsWith('Unknown')
    ? { type: 'UnknownDirective', text: `Unknown directive ${name}` }
    : { type: 'MisplacedDirective', text: `Directive ${name} not allowed here` }
}

const conflict: Describe = (error) => {
  const reason = error.message
  const [name = '', left = '', right = ''] = words(error)
  const text = reason.includes('are different fields')
    ? `${name}: ${left} and ${right} are different fields`
    : reason.includes('differing arguments')
      ? `${name}: they have differing arguments`
      : `${name}: they return differing types`
  return { type: 'FieldsConflict', text }
}

const variableType: Describe = (error) => {
  const [, actual = '', expected = ''] = words(error)
  return {
    type: 'VariableTypeMismatch',
    text: `Variable type '${actual}' doesn't match expected type '${expected}'`,
    at: node(error, 1),
  }
}

const missingArgument: Describe = (error) => {
  const [owner = '', argument = ''] = words(error)
  return owner.startsWith('@')
    ? { type: 'MissingDirectiveArgument', text: `Missing directive argument ${argument}` }
    : { type: 'MissingFieldArgument', text: `Missing field argument ${argument}` }
}

const fieldUndefined = simple(
  'FieldUndefined',
  (field, type) => `Field '${field}' in type '${type}' is undefined`,
)

type JavaRule = readonly [rule: ValidationRule, describe: Describe]

/** Every rule of graphql-js with the words of graphql-java for it. Live: sub-selections and `VariableTypeMismatch`; the rest is its published form. */
const published: readonly JavaRule[] = [
  [
    ExecutableDefinitionsRule,
    simple('NonExecutableDefinition', (name = '') => `Type ${name} definition is not executable`),
  ],
  [
    UniqueOperationNamesRule,
    simple('DuplicateOperationName', (name) => `There can be only one operation named '${name}'`),
  ],
  [
    LoneAnonymousOperationRule,
    simple('LoneAnonymousOperationViolation', () => 'Anonymous operation with other operations.'),
  ],
  [KnownTypeNamesRule, simple('UnknownType', (name) => `Unknown type ${name}`)],
  [FragmentsOnCompositeTypesRule, fragmentType],
  [
    VariablesAreInputTypesRule,
    simple(
      'NonInputTypeOnVariable',
      (name, type) => `Input variable ${name?.replace('$', '')} type ${type} is not an input type`,
    ),
  ],
  [ScalarLeafsRule, subSelection],
  [FieldsOnCorrectTypeRule, fieldUndefined],
  [
    UniqueFragmentNamesRule,
    simple('DuplicateFragmentName', (name) => `There can be only one fragment named '${name}'`),
  ],
  [KnownFragmentNamesRule, simple('UndefinedFragment', (name) => `Undefined fragment ${name}`)],
  [NoUnusedFragmentsRule, simple('UnusedFragment', (name) => `Unused fragment ${name}`)],
  [PossibleFragmentSpreadsRule, spread],
  [NoFragmentCyclesRule, simple('FragmentCycle', () => 'Fragment cycles not allowed')],
  [
    UniqueVariableNamesRule,
    simple(
      'DuplicateVariableName',
      (name) => `There can be only one variable named '${name?.replace('$', '')}'`,
    ),
  ],
  [
    NoUndefinedVariablesRule,
    simple('UndefinedVariable', (name) => `Undefined variable ${name?.replace('$', '')}`),
  ],
  [NoUnusedVariablesRule, simple('UnusedVariable', (name) => `Unused variable ${name?.replace('$', '')}`)],
  [KnownDirectivesRule, directive],
  [
    UniqueDirectivesPerLocationRule,
    simple(
      'DuplicateDirectiveName',
      (name) => `The directive '${name?.replace('@', '')}' is not repeatable at this location`,
    ),
  ],
  [KnownArgumentNamesRule, simple('UnknownArgument', (name) => `Unknown field argument ${name}`)],
  [
    UniqueArgumentNamesRule,
    simple('DuplicateArgumentNames', (name) => `There can be only one argument named '${name}'`),
  ],
  [ValuesOfCorrectTypeRule, wrongValue],
  [ProvidedRequiredArgumentsRule, missingArgument],
  [VariablesInAllowedPositionRule, variableType],
  [OverlappingFieldsCanBeMergedRule, conflict],
  [
    UniqueInputFieldNamesRule,
    simple('DuplicateArgumentNames', (name) => `There can be only one field named '${name}'`),
  ],
]

/** The rules of a tenant. */
export const rulesOf = (quirks: Quirks): readonly JavaRule[] => [
  ...published,
  [hiddenFieldsRule(quirks), fieldUndefined],
  [sortListRule(quirks), wrongValue],
]

const wordings: Readonly<Record<string, QuirkName>> = {
  SubSelectionNotAllowed: 'subSelectionNotAllowedText',
  SubSelectionRequired: 'subSelectionRequiredText',
  FieldUndefined: 'fieldUndefinedText',
  VariableTypeMismatch: 'variableTypeMismatchText',
}

/** Whether the words of graphql-js stay: for an error type whose quirk is off, and for keys that an input lacks. */
export function keepsOwnWords(quirks: Quirks, message: string, type?: string): boolean {
  const wording = wordings[type ?? '']
  if (wording !== undefined) return !quirks[wording]
  return !quirks.unknownInputKeyText && message.includes('is not defined by type')
}
