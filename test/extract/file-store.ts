import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { memoryStore, type StateStore } from '@superhack/superops/state'

/** A store in one file, replaced as a whole by each batch. */
export async function fileStore(file: string): Promise<StateStore> {
  const memory = memoryStore()
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) : []
  await memory.batch(kept.map(([put, value]) => ({ put, value })))
  return {
    ...memory,
    batch: async (changes) => {
      await memory.batch(changes)
      const entries: (readonly [string, string])[] = []
      for await (const entry of memory.range('', '\uffff')) entries.push(entry)
      writeFileSync(`${file}.new`, JSON.stringify(entries))
      renameSync(`${file}.new`, file)
    },
  }
}
