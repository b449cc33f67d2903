/** Work that may be left at each `yield`, for others to have a turn, and is little from one to the next. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Records that are gone through from one `yield` to the next. */
const recordsPerStep = 200

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Visits every item. */
export function* visitInSteps<Item>(items: readonly Item[], visit: (item: Item) => void): Steps<void> {
  for (let from = 0; from < items.length; from += recordsPerStep) {
    const to = Math.min(items.length, from + recordsPerStep)
    for (let at = from; at < to; at++) visit(items[at] as Item)
    yield
  }
}

export function* mapInSteps<Item, Out>(items: readonly Item[], map: (item: Item) => Out): Steps<Out[]> {
  const out: Out[] = []
  yield* visitInSteps(items, (item) => {
    out.push(map(item))
  })
  return out
}
