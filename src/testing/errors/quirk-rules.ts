import { graphQLError, Kind, type ValidationRule } from '../peers/graphql.js'
import type { Quirks } from '../quirks.js'

/** Meta fields are unknown to a tenant whose quirk is off. */
export const hiddenFieldsRule =
  (quirks: Quirks): ValidationRule =>
  (context) => ({
    Field: (node) => {
      const name = node.name.value
      const owner = context.getParentType()?.name ?? ''
      const isHidden =
        name === '__typename'
          ? !quirks.rootTypename && (owner === 'Query' || owner === 'Mutation')
          : !quirks.introspection && (name === '__schema' || name === '__type')
      if (isHidden)
        context.reportError(graphQLError(`Cannot query field "${name}" on type "${owner}".`, { nodes: node }))
    },
  })

/** Refuses one object as `sort`, which GraphQL takes for a list of one. */
export const sortListRule =
  (quirks: Quirks): ValidationRule =>
  (context) => ({
    ObjectField: ({ name, value }) => {
      if (!quirks.singleSortObject && name.value === 'sort' && value.kind === Kind.OBJECT)
        context.reportError(graphQLError('Expected a list of "SortInput".', { nodes: value }))
    },
  })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same for variables: whether a list input has one object as `sort`. */
export const hasSingleSort = (input: unknown): boolean =>
  isObject(input) && (isObject(input.sort) || hasSingleSort(input.listInfo))
