import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { keyFieldOf, type RecordTableName } from '@superhack/superops/tables'

/** Records by their table, and what is known of tickets beside their rows. */
export type JournalName = RecordTableName | 'ticket_facts'

const keyOf = (name: JournalName) => (name === 'ticket_facts' ? 'ticketId' : keyFieldOf(name))

/** Rows that were taken and are in no file of the user yet. */
export interface RowJournal {
  /** Lines per name; a row may have several. */
  readonly counts: ReadonlyMap<JournalName, number>
  /** What it resolved for outlives a kill. */
  add(name: JournalName, rows: readonly object[]): Promise<void>
  /** Each key once, as it was added last; rows without a key all. */
  read(name: JournalName): AsyncGenerator<readonly object[], void>
  /** Forgets every row. */
  clear(): Promise<void>
  close(): Promise<void>
}

const rowsAtOnce = 500

/** Opens the journal in a folder of its own. A line that a kill left half written is cut off: it was not taken. */
export async function openJournal(folder: string): Promise<RowJournal> {
  await mkdir(folder, { recursive: true })
  const counts = new Map<JournalName, number>()
  const handles = new Map<JournalName, FileHandle>()
  const fileOf = (name: JournalName) => join(folder, `${name}.ndjson`)
  for (const file of await readdir(folder)) {
    const name = file.replace(/\.ndjson$/, '') as JournalName
    counts.set(name, await cutToWholeLines(join(folder, file)))
  }
  const close = async () => {
    for (const handle of handles.values()) await handle.close()
    handles.clear()
  }
  return {
    counts,
    add: async (name, rows) => {
      if (rows.length === 0) return
      const handle = handles.get(name) ?? (await open(fileOf(name), 'a'))
      handles.set(name, handle)
      await handle.appendFile(rows.map(lineOf).join(''))
      await handle.datasync()
      counts.set(name, (counts.get(name) ?? 0) + rows.length)
    },
    read: async function* (name) {
      if (counts.get(name) === undefined) return
      const key = keyOf(name)
      const newest = await newestLines(fileOf(name), key)
      let rows: object[] = []
      let line = 0
      for await (const row of rowsOf(fileOf(name))) {
        const id = textAt(row, key)
        if (id === undefined || newest.get(id) === line) rows.push(row)
        line++
        if (rows.length < rowsAtOnce) continue
        yield rows
        rows = []
      }
      yield rows
    },
    clear: async () => {
      await close()
      for (const name of counts.keys()) await rm(fileOf(name), { force: true })
      counts.clear()
    },
    close,
  }
}

/** How many lines there are. */
async function cutToWholeLines(file: string): Promise<number> {
  let [lines, at, end] = [0, 0, 0]
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let found = chunk.indexOf(10); found >= 0; found = chunk.indexOf(10, found + 1)) {
      lines++
      end = at + found + 1
    }
    at += chunk.length
  }
  if (end < at) {
    const handle = await open(file, 'r+')
    await handle.truncate(end)
    await handle.close()
  }
  return lines
}

// Readers of lines end one at these separators too, which JSON leaves as they are.
const lineOf = (row: object) =>
  `${JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`

async function* rowsOf(file: string): AsyncGenerator<object, void> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line)
}

function textAt(row: object, key: string): string | undefined {
  const value = (row as Readonly<Record<string, unknown>>)[key]
  return typeof value === 'string' ? value : undefined
}

/** Number of the last line of each key. */
async function newestLines(file: string, key: string): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>()
  let line = 0
  for await (const row of rowsOf(file)) {
    const id = textAt(row, key)
    if (id !== undefined) newest.set(id, line)
    line++
  }
  return newest
}
