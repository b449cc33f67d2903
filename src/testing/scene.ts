import { createLists, type Lists } from './queries/lists.js'
import type { WorldState } from './world/world.js'

/**
 * How ids inside of JSON leaves are printed: `vendor` leaves only `ClientSite.client` without quotes, as seen live;
 * `always` quotes all of them, `never` none.
 */
export type QuoteReferenceIds = 'vendor' | 'always' | 'never'

/** What resolvers work on. */
export interface Scene {
  readonly world: WorldState
  readonly lists: Lists
  readonly quoteReferenceIds: QuoteReferenceIds
}

export type Input = Readonly<Record<string, unknown>>

/** Answers one operation; `argument` is the value of its only argument, null when it was left out. */
export type Resolver = (argument: unknown, scene: Scene) => unknown

export const createScene = (world: WorldState, quoteReferenceIds: QuoteReferenceIds): Scene => ({
  world,
  lists: createLists(world),
  quoteReferenceIds,
})
