import type { Instant } from '../entities/generated/types.js'
import { formatInstant } from '../values/instant.js'
import { countedWalk } from './counted-walk.js'
import { Delivery } from './delivery.js'
import { IdSet } from './id-set.js'
import { LookAhead } from './look-ahead.js'
import type { FetchedPage, ListEnd, ListPosition, Page, WalkOptions } from './pages.js'
import type { SortedBy } from './proven-sorts.js'
import { type Rank, SortedPass, type Step, type Unproven } from './sorted-pass.js'
import { firstWindow, windowAround } from './windows.js'

/** Times of the server before which a change may not show yet in the order of a list. */
const lagMs = 120_000
/** The server tells its clock in whole seconds. */
const clockStepMs = 1000
/** Passes over the head of a list sorted by a moving time. */
const mostCatchUps = 3

type Time = number | null | undefined

/**
 * Sorted walk, for lists with a proven sort: the seam rule decides by value whether anything can lie between
 * two windows. A moving time takes rows to the head while the list is read, so the head is read again down
 * to the signpost, the newest time at the start, until one answer shows all that moved since.
 */
export async function* sortedWalk<Row>(
  options: WalkOptions<Row>,
  by: SortedBy,
): AsyncGenerator<Page<Row>, void, undefined> {
  const { pageSize, limit = Number.POSITIVE_INFINITY, lookAhead = 1 } = options
  const delivery = new Delivery(options)
  // Rows keep their place under a time that never changes, so that the boundary tells what was delivered.
  const seen = by.moving ? new IdSet() : undefined
  const since = by.descending ? options.since : undefined
  const from = by.moving ? undefined : options.from
  const start: NonNullable<Step['next']> =
    from === undefined
      ? { target: 0, window: firstWindow(pageSize) }
      : { target: from.offset, window: windowAround(from.offset, pageSize) }
  let unproven: Unproven | undefined
  let order: Order | undefined
  let signpost: Instant | undefined
  let floor = since ?? Number.NEGATIVE_INFINITY
  for (let number = 0; number <= mostCatchUps; number++) {
    const pass = new SortedPass(pageSize, floor, from)
    const ahead = new LookAhead(options.fetchPage, { most: number === 0 ? lookAhead : 1, pageSize })
    let answers = 0
    let rows = 0
    for (let due: Step['next'] = start; due !== undefined; ) {
      const taken = await ahead.take(due, pass.isStraight ? rows : 0)
      const { window } = taken
      let { fetched } = taken
      const times = fetched.times ?? []
      if (answers++ === 0) {
        order = new Order(by, fetched, order?.unsetFirst ?? from?.unsetFirst)
        if (number === 0 && by.descending) signpost = order.signpost
        if (number === 0 && fetched.hasMore && !order.holds(times)) {
          yield delivery.page(fetched, [], false, () => undefined)
          yield* countedWalk(options, delivery)
          return
        }
      }
      const ranks = times.map((time) => order?.rankOf(time))
      const step = pass.onPage(window, { keys: fetched.keys, ranks, hasMore: fetched.hasMore })
      due = step.next
      rows = Math.min(fetched.totalCount ?? 0, limit)
      if (due === undefined) {
        const wasted = await ahead.drop()
        fetched = { ...fetched, requests: fetched.requests + wasted }
        unproven ??= pass.unproven
      }
      const fresh = fetched.keys.map((key, at) => {
        if (isOlder(times[at], since)) return false
        if (seen === undefined || key === undefined) return step.fresh[at] === true
        return (number > 0 || step.fresh[at] === true) && seen.add(key)
      })
      const isSettled = due === undefined && (!by.moving || answers === 1)
      const isOver = isSettled || (due === undefined && number === mostCatchUps)
      const page = delivery.page(fetched, fresh, true, () => {
        if (isOver || delivery.limitReached) return endOf(isSettled, unproven, order, delivery.limitReached)
        return undefined
      })
      const position = by.moving ? undefined : positionOf(pass, due?.target, order)
      yield {
        ...page,
        ...(signpost !== undefined && { signpost }),
        ...(position !== undefined && { position }),
      }
      if (page.end !== undefined) return
    }
    floor = order?.catchUpFloor ?? floor
  }
}

const isOlder = (time: Time, since: number | undefined) =>
  typeof time === 'number' && since !== undefined && time < since

function positionOf(
  { place }: SortedPass,
  offset: number | undefined,
  order: Order | undefined,
): ListPosition | undefined {
  if (offset === undefined || order === undefined || !Number.isFinite(place.boundary)) return undefined
  return { ...place, offset, unsetFirst: order.unsetFirst }
}

function endOf(
  isSettled: boolean,
  unproven: Unproven | undefined,
  order: Order | undefined,
  limited: boolean,
): ListEnd {
  if (isSettled && unproven === undefined) return { complete: true }
  if (limited) return { complete: false, reason: 'limit' }
  if (unproven === undefined) return { complete: false, reason: 'changed-while-read' }
  const { reason, rank } = unproven
  if (reason === 'repeated-page' || reason === 'empty-page') return { complete: false, reason }
  return { complete: false, reason, at: order?.instantOf(rank) ?? null }
}

/** Turns times into ranks that fall from row to row. */
class Order {
  readonly #by: SortedBy
  readonly unsetFirst: boolean
  /** Newest time at the start of the pass that is not in the server's future. */
  readonly #signpost: number
  readonly signpost: Instant | undefined

  /** @param unsetFirst As the pass before found: rows without a time keep their end of the list. */
  constructor(
    by: SortedBy,
    { times = [], serverTime }: FetchedPage<unknown>,
    // Which end they take is not documented.
    unsetFirst: boolean = times[0] === null,
  ) {
    this.#by = by
    this.unsetFirst = unsetFirst
    const latest = (serverTime ?? Number.POSITIVE_INFINITY) + clockStepMs
    const past = times.filter((time) => typeof time === 'number').filter((time) => time <= latest)
    this.signpost = past.length > 0 ? formatInstant(Math.max(...past)) : undefined
    this.#signpost = past.length > 0 ? Math.max(...past) : (serverTime ?? Number.NEGATIVE_INFINITY)
  }

  get catchUpFloor(): number {
    return this.#signpost - lagMs
  }

  rankOf(time: Time): Rank {
    if (time === null) return this.unsetFirst ? Number.MAX_VALUE : -Number.MAX_VALUE
    // A row stamped so late may still stand where it stood before, so that its time proves no seam.
    if (time === undefined || (this.#by.moving && time > this.catchUpFloor)) return undefined
    return this.#by.descending ? time : -time
  }

  instantOf(rank: number): string | null {
    return Math.abs(rank) >= Number.MAX_VALUE ? null : formatInstant(this.#by.descending ? rank : -rank)
  }

  /** Whether the list came in this order, but for rows whose new time does not show in the order yet. */
  holds(times: readonly Time[]): boolean {
    const ranks = times.map((time) => this.rankOf(time)).filter((rank) => rank !== undefined)
    return ranks.filter((rank, at) => rank > (ranks[at - 1] ?? rank)).length * 4 <= ranks.length
  }
}
