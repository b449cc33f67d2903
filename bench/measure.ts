/** Runs variants interleaved in random order and answers the median time of each, in ms per round. */
export function interleave(
  variants: Readonly<Record<string, () => unknown>>,
  rounds: number,
  warmUp: number,
): Map<string, number> {
  const names = Object.keys(variants)
  const times = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of shuffle(names)) {
      const run = variants[name]
      const started = performance.now()
      run?.()
      const ms = performance.now() - started
      if (round >= 0) times.get(name)?.push(ms)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** @param share From 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

function shuffle<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
