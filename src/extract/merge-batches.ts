/** A value, and what to do once it was taken. */
export interface Taken<Value> {
  readonly value: Value
  commit(): Promise<void>
}

/**
 * Values of several sources as they come, at most `concurrency` of them under way. A source goes on once its value
 * was taken, so that nothing piles up behind a slow consumer.
 */
export async function* mergeBatches<Value>(
  sources: readonly AsyncGenerator<Taken<Value>, void>[],
  concurrency: number,
): AsyncGenerator<Value, void, undefined> {
  const waiting = [...sources]
  const underWay = new Map<
    AsyncGenerator<Taken<Value>, void>,
    Promise<() => IteratorResult<Taken<Value>, void>>
  >()
  const pull = (source: AsyncGenerator<Taken<Value>, void>) =>
    underWay.set(
      source,
      source.next().then(
        (result) => () => result,
        // Told when its turn comes; until then it is no unhandled rejection.
        (error: unknown) => () => {
          throw error
        },
      ),
    )
  for (;;) {
    while (underWay.size < concurrency) {
      const next = waiting.shift()
      if (next === undefined) break
      pull(next)
    }
    if (underWay.size === 0) return
    const [source, settled] = await Promise.race(
      [...underWay].map(async ([from, answer]) => [from, await answer] as const),
    )
    underWay.delete(source)
    const result = settled()
    if (result.done === true) continue
    yield result.value.value
    await result.value.commit()
    pull(source)
  }
}
