import type { OperationTexts } from './schema.js'

export type OperationKind = 'query' | 'mutation'

export const operationNamesOf = ({ queries, mutations }: OperationTexts): string[] => [
  ...Object.keys(queries),
  ...Object.keys(mutations),
]

export const kindOfOperation = ({ queries }: OperationTexts, name: string): OperationKind =>
  Object.hasOwn(queries, name) ? 'query' : 'mutation'
