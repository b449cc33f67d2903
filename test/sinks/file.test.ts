import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileSink } from '@superhack/superops/sinks/file'
import type { StreamEvent } from '@superhack/superops/streams'
import { expect, onTestFinished, test } from 'vitest'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'

async function place() {
  const directory = await mkdtemp(join(tmpdir(), 'file-sink-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const path = join(directory, 'events.ndjson')
  const sequences = async (name: string) => {
    const text = await readFile(join(directory, name), 'utf8')
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Number(JSON.parse(line).sequence))
  }
  return { directory, path, sequences }
}
const attempt = () => ({ number: 1, signal: new AbortController().signal })
const bytesOf = (event: StreamEvent) => Buffer.byteLength(JSON.stringify(event)) + 1

test.each([false, true])('events are lines that are what the event is, fsync: %s', async (fsync) => {
  const { path } = await place()
  const sink = fileSink({ path, fsync })
  const events = sampleEvents(1, 3)
  for (const event of events) await sink.deliver(event, attempt())
  expect(await readFile(path, 'utf8')).toBe(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
  await sink.close()
})

test('a file that is full makes room, and the oldest of those kept goes', async () => {
  const { directory, path, sequences } = await place()
  const sink = fileSink({ path, maxBytes: 2 * bytesOf(sampleEvent(1)), keep: 2 })
  for (const event of sampleEvents(1, 7)) await sink.deliver(event, attempt())
  await sink.close()
  expect((await readdir(directory)).sort()).toEqual(['events.ndjson', 'events.ndjson.1', 'events.ndjson.2'])
  expect(await sequences('events.ndjson.2')).toEqual([3, 4])
  expect(await sequences('events.ndjson.1')).toEqual([5, 6])
  expect(await sequences('events.ndjson')).toEqual([7])
})

test('without files to keep it begins anew, and an event above the bound has a file of its own', async () => {
  const { directory, path, sequences } = await place()
  const sink = fileSink({ path, maxBytes: 10, keep: 0 })
  for (const event of sampleEvents(1, 3)) await sink.deliver(event, attempt())
  await sink.close()
  expect([await readdir(directory), await sequences('events.ndjson')]).toEqual([['events.ndjson'], [3]])
})

test('it goes on with the file it finds, after a line that was cut off too', async () => {
  const { path } = await place()
  const [first, second] = [JSON.stringify(sampleEvent(1)), JSON.stringify(sampleEvent(2))]
  await writeFile(path, `${first}\n{"specversion":"1.`)
  const sink = fileSink({ path })
  await sink.deliver(sampleEvent(2), attempt())
  await sink.close()
  expect((await readFile(path, 'utf8')).split('\n')).toEqual([first, '{"specversion":"1.', second, ''])
  await sink.deliver(sampleEvent(3), attempt())
  await sink.close()
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(5)
})

test('a delivery that fails rejects, and the next is written', async () => {
  const { directory, path, sequences } = await place()
  const nowhere = fileSink({ path: join(directory, 'missing', 'events.ndjson') })
  await expect(nowhere.deliver(sampleEvent(1), attempt())).rejects.toThrow('ENOENT')
  const sink = fileSink({ path })
  const aborted = { number: 1, signal: AbortSignal.abort() }
  await expect(sink.deliver(sampleEvent(1), aborted)).rejects.toThrow('aborted')
  await sink.deliver(sampleEvent(2), attempt())
  await sink.close()
  expect(await sequences('events.ndjson')).toEqual([2])
})

test('wrong options are told by name', () => {
  const path = 'events.ndjson'
  expect(() => fileSink({ path: '' })).toThrow(
    new TypeError('path: expected the name of a file, received string'),
  )
  expect(() => fileSink({ path, maxBytes: 0 })).toThrow(/^maxBytes: expected an integer of at least 1/)
  expect(() => fileSink({ path, keep: -1 })).toThrow(/^keep: expected an integer of at least 0/)
})

test.skipIf(!existsSync('/dev/full'))(
  'a device without room rejects each delivery, and closing still works',
  async () => {
    const sink = fileSink({ path: '/dev/full' })
    for (const event of sampleEvents(1, 2))
      await expect(sink.deliver(event, attempt())).rejects.toMatchObject({ code: 'ENOSPC' })
    await sink.close()
  },
)
