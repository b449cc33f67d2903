import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTables } from '@superhack/superops/tables'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runs } from '../runs.js'
import { readBack } from './read-back.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'superops-csv-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Group = { readonly groupId: string; readonly name: string | null }

async function write(rows: readonly Group[], rawCsv: boolean): Promise<{ text: string; file: string }> {
  const [written] = await writeTables([{ table: 'technician_groups', rows }], {
    ...{ folder, format: 'csv', rawCsv },
  })
  const file = join(folder, written?.file ?? '')
  return {
    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)),
    file,
  }
}

/** The grammar of RFC 4180, character by character; an empty field without quotes is null. */
function parse(text: string): (string | null)[][] {
  const records: (string | null)[][] = []
  let at = 0
  while (at < text.length) {
    const record: (string | null)[] = []
    for (;;) {
      if (text[at] === '"') {
        let value = ''
        at++
        for (;;) {
          if (at >= text.length) throw new Error('a quoted field has no end')
          if (text[at] !== '"') value += text[at++]
          else if (text[at + 1] === '"') {
            value += '"'
            at += 2
          } else break
        }
        at++
        record.push(value)
      } else {
        const end = text.slice(at).search(/[,"\r\n]/)
        if (end < 0) throw new Error('a record has no end')
        record.push(end === 0 ? null : text.slice(at, at + end))
        at += end
      }
      if (text[at] === ',') at++
      else if (text.startsWith('\r\n', at)) break
      else throw new Error(`unexpected ${JSON.stringify(text[at])} at ${at}`)
    }
    at += 2
    records.push(record)
  }
  return records
}

test('a header, CRLF, quotes where needed, null empty and an empty text quoted', async () => {
  const rows = [
    { groupId: '1', name: '' },
    { groupId: '2', name: null },
    { groupId: '3', name: 'a "b"' },
    { groupId: '4', name: 'a,b\nc' },
  ]
  const { text } = await write(rows, false)
  expect(text).toBe('group_id,name,_doubtful\r\n1,"",\r\n2,,\r\n3,"a ""b""",\r\n4,"a,b\nc",\r\n')
})

test.each(['=', '+', '-', '@', '\t', '\r'])(
  "a text that begins with %j is no formula: ' precedes it, unless the CSV is raw",
  async (start) => {
    const rows = [{ groupId: '1', name: `${start}1+1` }]
    expect(parse((await write(rows, false)).text)[1]).toEqual(['1', `'${start}1+1`, null])
    expect(parse((await write(rows, true)).text)[1]).toEqual(['1', `${start}1+1`, null])
  },
)

test('numbers and times are no texts: a minus stays', async () => {
  const rows = [{ ticketId: '1', worklogTimespent: '-2.5' }]
  await writeTables([{ table: 'tickets', rows }], { folder, format: 'csv' })
  expect(await readBack(join(folder, 'tickets.csv'), 'tickets')).toMatchObject([
    { worklog_timespent: '-2.500000' },
  ])
})

/** Texts of everything that UTF-8 can hold, and of what CSV is made of. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('"', ',', '\r', '\n', "'", '=', 'a', ' ', '\ufeff', 'ä'), { maxLength: 8 })
    .map((parts) => parts.join('')),
)
const groups = fc.array(fc.record({ groupId: hostile.map((text) => `g${text}`), name: fc.option(hostile) }), {
  maxLength: 20,
})

test('whatever the texts are, a parser of RFC 4180 finds them again', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (rows) => {
      const [head, ...records] = parse((await write(rows, true)).text)
      expect(head).toEqual(['group_id', 'name', '_doubtful'])
      expect(records).toEqual(rows.map(({ groupId, name }) => [groupId, name, null]))
    }),
    { numRuns: runs(5000) },
  )
})

test('whatever the texts are, DuckDB finds them again', { timeout: 120_000 }, async () => {
  // It keeps no NUL in a text, and its client drops a byte order mark at the start of one.
  const kept = (text: string) => text.replaceAll('\0', '0').replace(/^\ufeff+/, '')
  const printable = groups.map((rows) =>
    rows.map(({ groupId, name }) => ({ groupId: kept(groupId), name: name === null ? null : kept(name) })),
  )
  await fc.assert(
    fc.asyncProperty(printable, async (rows) => {
      const { file } = await write(rows, true)
      expect(await readBack(file, 'technician_groups')).toEqual(
        rows.map(({ groupId, name }) => ({ group_id: groupId, name, _doubtful: null })),
      )
    }),
    { numRuns: runs(1000) },
  )
})

test('no text of any table begins as a formula does', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (rows) => {
      const fields = parse((await write(rows, false)).text).flat()
      expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field ?? ''))).toEqual([])
    }),
    { numRuns: runs(2000) },
  )
})
