import { readdir } from 'node:fs/promises'
import type { ClassicLevel } from 'classic-level'
import { checkChanges } from '../check-changes.js'
import type { RangeOptions, StateChange, StateStore } from '../state-store.js'
import { closedError } from '../state-store-error.js'
import { keyEncoding } from './key-encoding.js'
import { loadClassicLevel } from './load-classic-level.js'
import { openError, readError, writeError } from './store-errors.js'

/**
 * Opens a store in a directory of this machine, which is made when missing. One process has it open at a
 * time; a crash loses nothing that was acknowledged.
 *
 * Batches that wait for the same write to disk share the next one. After a write that failed the store
 * only reads: close it and open it again.
 *
 * @throws StateStoreError, with `code`, when the directory is open elsewhere, is no directory, cannot be
 * written or holds damaged files, or when `classic-level` is not installed.
 * @example
 * const state = await levelStore('/var/lib/superops')
 */
export async function levelStore(directory: string): Promise<StateStore> {
  if (typeof directory !== 'string' || directory === '')
    throw new TypeError(
      `directory: expected a path, received ${directory === '' ? 'an empty one' : typeof directory}.`,
    )
  const { ClassicLevel } = loadClassicLevel()
  try {
    await expectWhole(directory)
    // Opens by itself in the next tick.
    const db = new ClassicLevel<string, string>(directory, { keyEncoding })
    await db.open()
    return storeOf(db)
  } catch (error) {
    throw openError(directory, error)
  }
}

// LevelDB takes a directory without this file for a new one, and deletes what is in it.
async function expectWhole(directory: string): Promise<void> {
  const names = await readdir(directory).catch((): string[] => [])
  if (!names.includes('CURRENT') && names.some((name) => /^\d+\.(ldb|log)$/.test(name)))
    throw new Error('the file CURRENT does not exist')
}

type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string }

function storeOf(db: ClassicLevel<string, string>): StateStore {
  let closing: Promise<void> | undefined
  let failure: unknown
  // Writes run one after another: concurrent ones of classic-level may overtake each other.
  let last: Promise<void> = Promise.resolve()
  /** What the next write takes along. */
  let next: { readonly operations: Operation[]; readonly written: Promise<void> } | undefined

  const expectOpen = () => {
    if (closing !== undefined) throw closedError()
  }
  async function write(operations: Operation[]): Promise<void> {
    // LevelDB appends behind the torn record of a failed write, and skips both at the next start.
    if (failure !== undefined) throw writeError(db.location, failure)
    try {
      await db.batch(operations, { sync: true })
    } catch (error) {
      failure = error
      throw writeError(db.location, error)
    }
  }
  function enqueue(): NonNullable<typeof next> {
    const operations: Operation[] = []
    const written = last.then(() => {
      next = undefined
      return write(operations)
    })
    last = written.catch(() => undefined)
    return { operations, written }
  }
  return {
    get: async (key) => {
      expectOpen()
      try {
        return await db.get(key)
      } catch (error) {
        throw readError(db.location, error)
      }
    },
    batch: async (changes) => {
      expectOpen()
      checkChanges(changes)
      next ??= enqueue()
      for (const change of changes) next.operations.push(operationOf(change))
      return next.written
    },
    async *range(from, to, { limit = Number.POSITIVE_INFINITY, reverse = false }: RangeOptions = {}) {
      expectOpen()
      const entries = db.iterator({ gte: from, lt: to, limit, reverse })
      try {
        for await (const entry of entries) yield entry
      } catch (error) {
        throw closing === undefined ? readError(db.location, error) : closedError()
      }
    },
    close: () => {
      closing ??= last.then(() => db.close())
      return closing
    },
  }
}

const operationOf = (change: StateChange): Operation =>
  'put' in change
    ? { type: 'put', key: change.put, value: change.value }
    : { type: 'del', key: change.delete }
