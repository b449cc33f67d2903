import type { ResolvedMockOptions } from './mock-options.js'
import { createLists, type Lists } from './queries/lists.js'
import type { Quirks } from './quirks.js'
import { type SchemaModel, schemaModel } from './schema-model.js'
import { createWorld, type WorldState } from './world/world.js'

/**
 * How ids inside of JSON leaves are printed: `vendor` leaves only `ClientSite.client` without quotes, as seen live;
 * `always` quotes all of them, `never` none.
 */
export type QuoteReferenceIds = 'vendor' | 'always' | 'never'

/** What resolvers work on. */
export interface Scene {
  readonly model: SchemaModel
  readonly world: WorldState
  readonly lists: Lists
  readonly quoteReferenceIds: QuoteReferenceIds
  readonly quirks: Quirks
}

export type Input = Readonly<Record<string, unknown>>

/**
 * Answers one operation; `argument` is the value of its only argument, null when it was left out, `selects` tells
 * whether the answer is asked for a dotted path.
 */
export type Resolver = (argument: unknown, scene: Scene, selects: (path: string) => boolean) => unknown

export function createScene(options: ResolvedMockOptions): Scene {
  const world = createWorld(options)
  const { quoteReferenceIds, quirks } = options
  const model = schemaModel(options.product)
  return { model, world, lists: createLists(model, world, quirks), quoteReferenceIds, quirks }
}
