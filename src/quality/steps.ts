/** Work that may be left at each `yield`, for others to have a turn, and is little from one to the next. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Records that are gone through from one `yield` to the next. */
const recordsPerStep = 200

/** The items in runs that a loop goes through before it yields. */
export function* runsOf<Item>(items: readonly Item[]): Generator<readonly Item[], void, undefined> {
  for (let from = 0; from < items.length; from += recordsPerStep)
    yield items.slice(from, from + recordsPerStep)
}

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Visits every item. */
export function* visitInSteps<Item>(items: readonly Item[], visit: (item: Item) => void): Steps<void> {
  for (const run of runsOf(items)) {
    for (const item of run) visit(item)
    yield
  }
}

export function* mapInSteps<Item, Out>(items: readonly Item[], map: (item: Item) => Out): Steps<Out[]> {
  const out: Out[] = []
  for (const run of runsOf(items)) {
    for (const item of run) out.push(map(item))
    yield
  }
  return out
}
