import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryStore } from '@superhack/superops/state'
import { levelStore } from '@superhack/superops/state/level'
import { stateStoreContract } from '@superhack/superops/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { jsonFileStore } from './json-file-store.js'

const directory = mkdtempSync(join(tmpdir(), 'superops-state-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe.each([
  { name: 'memory', cases: stateStoreContract({ open: () => memoryStore(), durable: false }) },
  { name: 'level', cases: stateStoreContract({ open: (name) => levelStore(join(directory, name)) }) },
  {
    name: 'JSON file',
    cases: stateStoreContract({ open: (name) => jsonFileStore(join(directory, `${name}.json`)) }),
  },
])('$name', ({ cases }) => {
  test.each(cases)('$title', ({ run }) => run())
})

/** A store that keeps the contract but for one thing. */
const flawed = {
  'takes all of a batch or nothing': () => {
    const store = memoryStore()
    return {
      ...store,
      batch: async (changes: Parameters<typeof store.batch>[0]) => {
        for (const change of changes) await store.batch([change])
      },
    }
  },
  'orders keys as JavaScript compares strings': () => {
    const store = memoryStore()
    return {
      ...store,
      async *range(...[from, to, { reverse = false, limit } = {}]: Parameters<typeof store.range>) {
        const entries: (readonly [string, string])[] = []
        for await (const entry of store.range(from, to)) entries.push(entry)
        entries.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        if (reverse) entries.reverse()
        yield* entries.slice(0, limit)
      },
    }
  },
  'rejects every call once it is closed': () => ({ ...memoryStore(), close: async () => undefined }),
}

test.each(Object.entries(flawed))('a store fails the case: %s', async (title, open) => {
  const failed: string[] = []
  for (const { title: name, run } of stateStoreContract({ open, durable: false }))
    await run().catch(() => failed.push(name))
  expect(failed).toEqual([title])
})
