import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises'
import { checkChanges, type StateStore } from '@superhack/superops/state'

/** Few entries, in one file that each batch writes anew. */
export async function jsonFileStore(file: string): Promise<StateStore> {
  // Fails while another store has it open; one that crashed leaves it behind.
  await mkdir(`${file}.lock`)
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  let entries = new Map<string, string>(JSON.parse(text))
  let last: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined
  const expectOpen = () => {
    if (closing !== undefined) throw new Error(`${file} is closed`)
  }
  return {
    get: async (key) => {
      expectOpen()
      return entries.get(key)
    },
    batch: async (changes) => {
      expectOpen()
      checkChanges(changes)
      const written = last.then(async () => {
        const next = new Map(entries)
        for (const change of changes) {
          if ('put' in change) next.set(change.put, change.value)
          else next.delete(change.delete)
        }
        await writeFile(`${file}.new`, JSON.stringify([...next]), { flush: true })
        await rename(`${file}.new`, file)
        entries = next
      })
      last = written.catch(() => undefined)
      return written
    },
    async *range(from, to, { limit, reverse = false } = {}) {
      expectOpen()
      const keys = [...entries.keys()].filter((key) => from <= key && key < to).sort()
      if (reverse) keys.reverse()
      for (const key of keys.slice(0, limit)) {
        const value = entries.get(key)
        if (value !== undefined) yield [key, value]
      }
    },
    close: () => {
      closing ??= last.then(() => rmdir(`${file}.lock`))
      return closing
    },
  }
}
