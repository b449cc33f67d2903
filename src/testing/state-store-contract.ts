import { deepStrictEqual, rejects } from 'node:assert/strict'
import type { RangeOptions, StateStore } from '../state/state-store.js'
import type { ContractCase } from './contract-case.js'

/** One requirement; `run` rejects when the implementation does not keep it. */
export interface StateStoreContractOptions {
  /** Opens the store of this name: empty at first, later with what it held when it was closed. */
  readonly open: (name: string) => StateStore | Promise<StateStore>
  /**
   * Whether a store outlives `close`; then a second opener must be refused, too.
   *
   * @defaultValue true
   */
  readonly durable?: boolean
}

type Check = (store: StateStore, reopen: () => Promise<StateStore>) => Promise<void>

/**
 * What every implementation of `StateStore` has to keep, as cases for any test runner.
 *
 * @example
 * for (const { title, run } of stateStoreContract({ open: () => memoryStore(), durable: false }))
 *   test(title, run)
 */
export function stateStoreContract({ open, durable = true }: StateStoreContractOptions): ContractCase[] {
  const checks = { ...always, ...(durable && whenDurable) }
  return Object.entries(checks).map(([title, check], index) => ({
    title,
    run: async () => {
      const name = `contract-${index + 1}`
      let store = await open(name)
      const reopen = async () => {
        store = await open(name)
        return store
      }
      try {
        await check(store, reopen)
      } finally {
        await store.close()
      }
    },
  }))
}

const always: Record<string, Check> = {
  'gives the last value of a key, and undefined without one': async (store) => {
    await store.batch([{ put: 'a', value: '1' }])
    await store.batch([{ put: 'a', value: '2' }])
    deepStrictEqual(await store.get('a'), '2')
    deepStrictEqual(await store.get('b'), undefined)
    await store.batch([{ delete: 'a' }, { delete: 'never there' }])
    deepStrictEqual(await store.get('a'), undefined)
  },
  'applies the changes of a batch in order': async (store) => {
    await store.batch([
      { put: 'a', value: '1' },
      { delete: 'a' },
      { put: 'b', value: '1' },
      { delete: 'b' },
      { put: 'b', value: '2' },
    ])
    deepStrictEqual(await entriesOf(store), [['b', '2']])
    await store.batch([])
    deepStrictEqual(await entriesOf(store), [['b', '2']])
  },
  'takes all of a batch or nothing': async (store) => {
    await store.batch([{ put: 'a', value: '1' }])
    for (const wrong of [
      { put: 'c', value: '\ud83d' },
      { put: '\ude00', value: '1' },
    ])
      await rejects(store.batch([{ put: 'a', value: '2' }, { put: 'b', value: '2' }, wrong]), TypeError)
    deepStrictEqual(await entriesOf(store), [['a', '1']])
  },
  'applies batches in the order of their calls': async (store) => {
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    const seen = numbers.map((number) => ({ put: `seen/${padded(number)}`, value: String(number) }))
    await Promise.all(
      numbers.map((number) => store.batch([{ put: 'last', value: String(number) }, ...seen.slice(number)])),
    )
    deepStrictEqual(await store.get('last'), '199')
    deepStrictEqual(
      await entriesOf(store, 'seen/', 'seen0'),
      seen.map(({ put, value }) => [put, value]),
    )
  },
  'orders keys as JavaScript compares strings': async (store) => {
    const keys = [
      '',
      '\0',
      ' ',
      'A',
      'a',
      'a\0',
      'aa',
      'a/1',
      'a/10',
      'a/2',
      'é',
      'ﬀ',
      '\u{1F600}',
      '漢',
      '\uffff',
    ]
    await store.batch(keys.map((key) => ({ put: key, value: `of ${key}` })))
    const sorted = keys.toSorted().map((key) => [key, `of ${key}`])
    deepStrictEqual(await entriesOf(store, '', '\uffff\uffff'), sorted)
    deepStrictEqual(await entriesOf(store, '', '\uffff\uffff', { reverse: true }), sorted.toReversed())
    // An upper end that UTF-8 sorts before the emoji.
    deepStrictEqual(await entriesOf(store, '漢', '\uffff'), sorted.slice(sorted.length - 4, -1))
  },
  'ranges from the first key, included, to the last, excluded': async (store) => {
    const keys = ['a', 'b', 'c', 'd', 'e']
    await store.batch(keys.map((key) => ({ put: key, value: key })))
    const keysOf = async (from: string, to: string, options?: RangeOptions) =>
      (await entriesOf(store, from, to, options)).map(([key]) => key).join('')
    deepStrictEqual(await keysOf('b', 'd'), 'bc')
    deepStrictEqual(await keysOf('aa', 'dd'), 'bcd')
    deepStrictEqual(await keysOf('b', 'b'), '')
    deepStrictEqual(await keysOf('d', 'b'), '')
    deepStrictEqual(await keysOf('f', 'z'), '')
    deepStrictEqual(await keysOf('b', 'z', { limit: 2 }), 'bc')
    deepStrictEqual(await keysOf('b', 'z', { limit: 0 }), '')
    deepStrictEqual(await keysOf('b', 'z', { limit: 9 }), 'bcde')
    deepStrictEqual(await keysOf('b', 'e', { reverse: true }), 'dcb')
    deepStrictEqual(await keysOf('b', 'e', { limit: 2, reverse: true }), 'dc')
  },
  'ranges over many entries, while they are deleted': async (store) => {
    const keys = Array.from({ length: 2500 }, (_, number) => padded(number))
    await store.batch(keys.map((key) => ({ put: key, value: key })))
    const seen: string[] = []
    for await (const [key] of store.range('', ':')) {
      seen.push(key)
      if (seen.length % 100 === 0) await store.batch(seen.slice(-100).map((done) => ({ delete: done })))
    }
    deepStrictEqual(seen, keys)
    deepStrictEqual(await entriesOf(store), [])
  },
  'a range that is left early keeps nothing open': async (store) => {
    await store.batch([...'abc'].map((key) => ({ put: key, value: key })))
    for await (const [key] of store.range('a', 'z')) {
      deepStrictEqual(key, 'a')
      break
    }
    await store.close()
  },
  'keeps values as they are, empty and of megabytes': async (store) => {
    const values = ['', '\0', '\ufeff', 'line\r\n', '👩‍👩‍👧 é e\u0301', 'ü'.repeat(2 ** 21)]
    await store.batch(values.map((value, number) => ({ put: String(number), value })))
    // Not deepStrictEqual, whose message would quote megabytes.
    for (const [number, value] of values.entries())
      deepStrictEqual((await store.get(String(number))) === value, true, `value ${number} differs`)
  },
  'rejects every call once it is closed': async (store) => {
    await store.batch([{ put: 'a', value: '1' }])
    await store.close()
    await rejects(async () => store.get('a'))
    await rejects(async () => store.batch([{ put: 'a', value: '2' }]))
    await rejects(entriesOf(store))
    await store.close()
  },
}

const whenDurable: Record<string, Check> = {
  'finds everything again': async (store, reopen) => {
    await store.batch([...'abc'].map((key) => ({ put: key, value: `1 ${key}` })))
    await store.batch([{ delete: 'b' }, { put: 'c', value: '2' }])
    const kept = await entriesOf(store)
    await store.close()
    deepStrictEqual(await entriesOf(await reopen()), kept)
  },
  'close waits for batches under way': async (store, reopen) => {
    const changes = Array.from({ length: 50 }, (_, number) => ({
      put: padded(number),
      value: 'x'.repeat(1000),
    }))
    const written = Promise.all(changes.map((change) => store.batch([change])))
    await store.close()
    await written
    deepStrictEqual((await entriesOf(await reopen())).length, changes.length)
  },
  'refuses a second opener until it is closed': async (store, reopen) => {
    await store.batch([{ put: 'a', value: '1' }])
    await rejects(reopen())
    deepStrictEqual(await store.get('a'), '1')
    await store.close()
    deepStrictEqual(await (await reopen()).get('a'), '1')
  },
}

async function entriesOf(store: StateStore, from = '', to = '\uffff', options?: RangeOptions) {
  const entries: (readonly [key: string, value: string])[] = []
  for await (const entry of store.range(from, to, options)) entries.push(entry)
  return entries
}
const padded = (number: number) => String(number).padStart(6, '0')
