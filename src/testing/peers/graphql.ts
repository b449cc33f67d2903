import type * as Graphql from 'graphql'
import { loadPeer, type Peers } from './load-peer.js'

export type * from 'graphql'

type Package = Peers['graphql']

let peer: Package | undefined

function graphql(): Package {
  peer ??= loadPeer('graphql')
  return peer
}

type Callable = {
  [Name in keyof Package]: Package[Name] extends (...args: never) => unknown ? Name : never
}[keyof Package]

/** A function of graphql that is looked up when it is called. */
const late = <Name extends Callable>(name: Name): Package[Name] =>
  ((...args: never[]) => (graphql()[name] as (...args: never[]) => unknown)(...args)) as Package[Name]

export type Kind = Graphql.Kind
export const Kind: Package['Kind'] = new Proxy({} as Package['Kind'], {
  get: (_, name) => Reflect.get(graphql().Kind, name),
})

export type GraphQLError = Graphql.GraphQLError
export const graphQLError = (message: string, options: Graphql.GraphQLErrorOptions): GraphQLError =>
  new (graphql().GraphQLError)(message, options)

export const buildASTSchema = late('buildASTSchema')
export const buildSchema = late('buildSchema')
export const execute = late('execute')
export const getNamedType = late('getNamedType')
export const getNullableType = late('getNullableType')
export const isEnumType = late('isEnumType')
export const isInputObjectType = late('isInputObjectType')
export const isListType = late('isListType')
export const isNonNullType = late('isNonNullType')
export const isObjectType = late('isObjectType')
export const isScalarType = late('isScalarType')
export const parse = late('parse')
export const printSchema = late('printSchema')
export const validate = late('validate')
export const visit = late('visit')

export const ExecutableDefinitionsRule = late('ExecutableDefinitionsRule')
export const FieldsOnCorrectTypeRule = late('FieldsOnCorrectTypeRule')
export const FragmentsOnCompositeTypesRule = late('FragmentsOnCompositeTypesRule')
export const KnownArgumentNamesRule = late('KnownArgumentNamesRule')
export const KnownDirectivesRule = late('KnownDirectivesRule')
export const KnownFragmentNamesRule = late('KnownFragmentNamesRule')
export const KnownTypeNamesRule = late('KnownTypeNamesRule')
export const LoneAnonymousOperationRule = late('LoneAnonymousOperationRule')
export const NoFragmentCyclesRule = late('NoFragmentCyclesRule')
export const NoUndefinedVariablesRule = late('NoUndefinedVariablesRule')
export const NoUnusedFragmentsRule = late('NoUnusedFragmentsRule')
export const NoUnusedVariablesRule = late('NoUnusedVariablesRule')
export const OverlappingFieldsCanBeMergedRule = late('OverlappingFieldsCanBeMergedRule')
export const PossibleFragmentSpreadsRule = late('PossibleFragmentSpreadsRule')
export const ProvidedRequiredArgumentsRule = late('ProvidedRequiredArgumentsRule')
export const ScalarLeafsRule = late('ScalarLeafsRule')
export const UniqueArgumentNamesRule = late('UniqueArgumentNamesRule')
export const UniqueDirectivesPerLocationRule = late('UniqueDirectivesPerLocationRule')
export const UniqueFragmentNamesRule = late('UniqueFragmentNamesRule')
export const UniqueInputFieldNamesRule = late('UniqueInputFieldNamesRule')
export const UniqueOperationNamesRule = late('UniqueOperationNamesRule')
export const UniqueVariableNamesRule = late('UniqueVariableNamesRule')
export const ValuesOfCorrectTypeRule = late('ValuesOfCorrectTypeRule')
export const VariablesAreInputTypesRule = late('VariablesAreInputTypesRule')
export const VariablesInAllowedPositionRule = late('VariablesInAllowedPositionRule')
