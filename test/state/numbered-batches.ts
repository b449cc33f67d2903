import type { StateChange, StateStore } from '@superhack/superops/state'

const parts = 8
/** Batches whose entries stay; an older one is deleted with each. */
export const kept = 10

const keyOf = (number: number, part: number) => `batch/${String(number).padStart(9, '0')}/${part}`
/** Large every now and then, so that a kill meets a write. */
const textOf = (number: number, part: number) =>
  `${number}:${'x'.repeat(number % 7 === 0 ? 40_000 : part * 10)}`

export const batchOf = (number: number): StateChange[] => [
  { put: 'last', value: String(number) },
  ...Array.from({ length: parts }, (_, part) => ({
    put: keyOf(number, part),
    value: textOf(number, part),
  })),
  ...Array.from({ length: parts }, (_, part) => ({ delete: keyOf(number - kept, part) })),
]

/** The number of the last batch in a store that holds this and the ones before it, each as it was written. */
export async function lastWholeBatch(store: StateStore): Promise<number> {
  const last = Number((await store.get('last')) ?? -1)
  const expected = new Map<string, string>()
  for (let number = Math.max(0, last - kept + 1); number <= last; number++)
    for (let part = 0; part < parts; part++) expected.set(keyOf(number, part), textOf(number, part))
  const wrong: string[] = []
  for await (const [key, value] of store.range('batch/', 'batch0')) {
    if (expected.get(key) !== value) wrong.push(key)
    expected.delete(key)
  }
  if (wrong.length + expected.size > 0)
    throw new Error(`last ${last}, wrong ${wrong.join()}, missing ${[...expected.keys()].join()}`)
  return last
}
