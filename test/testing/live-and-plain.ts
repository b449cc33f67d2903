import type { QuirkName } from '@superhack/superops/testing'
import { type Answer, type Asking, asking } from './asking.js'

const off: readonly QuirkName[] = [
  'hasMoreNullOnLastPage',
  'totalCountNumber',
  'unsortedTicketOrder',
  'subSelectionNotAllowedText',
  'subSelectionRequiredText',
  'fieldUndefinedText',
  'variableTypeMismatchText',
  'unknownInputKeyText',
  'salesTaxRateFails',
  'assetSortFails',
  'unmonitoredAssetFieldsFail',
  'assetCustomFieldsNeedInput',
  'offeredItemTypeNull',
  'projectTaskModuleFails',
  'unknownOperatorFails',
  'singleSortObject',
  'emptyNoteList',
  'openingTextAsDescription',
  'severalClientsHideClient',
]

export interface LiveAndPlain extends AsyncDisposable {
  /** A tenant as seen live. */
  readonly live: Asking
  /** The same world without the quirks of reading. */
  readonly plain: Asking
  both(query: string, variables?: Record<string, unknown>): Promise<{ live: Answer; plain: Answer }>
}

export async function liveAndPlain(): Promise<LiveAndPlain> {
  const live = await asking({ tickets: 230 })
  const plain = await asking({ tickets: 230, quirks: Object.fromEntries(off.map((name) => [name, false])) })
  return {
    live,
    plain,
    both: async (query, variables) => ({
      live: await live.ask(query, variables),
      plain: await plain.ask(query, variables),
    }),
    [Symbol.asyncDispose]: async () => {
      await live[Symbol.asyncDispose]()
      await plain[Symbol.asyncDispose]()
    },
  }
}

/** Body of an operation that failed inside. */
export const internal = (operation: string): string =>
  `{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"${operation}":null}}`

/** Body of a document that graphql-java refuses. */
export const refusal = (type: string, text: string, column: number): string =>
  `{"errors":[{"message":"Validation error of type ${type}: ${text}","locations":[{"line":1,"column":${column}}],"extensions":{"classification":"ValidationError"}}],"data":null}`
