import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { StreamEvent } from '@superhack/superops/streams'
import { expect, onTestFinished, test } from 'vitest'
import { compiledFile } from '../program.js'

const run = promisify(execFile)

test.skipIf(process.platform === 'win32')(
  'on a disk that is full nothing is told that is not kept, and once there is room every change arrives in whole lines',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'full-disk-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    const path = join(directory, 'events.ndjson')
    // The file meets the end of the disk before the state does.
    const earlier = `${JSON.stringify('x'.repeat(9_900))}\n`
    await writeFile(path, earlier.repeat(90))
    const program = await compiledFile('test/streams/full-disk-process.ts')
    const live = async (shell: string, first: number, rounds: number) => {
      const command = `${shell} exec "$0" "$@"`
      const args = ['-c', command, process.execPath, program, directory, String(first), String(rounds)]
      const { stdout } = await run('sh', args)
      return JSON.parse(stdout) as { told: string[]; errors: string[]; round: number }
    }
    // A bound of 1 MiB on the size of files fails a write in its midst, as a full disk does.
    const full = await live('ulimit -f 2048;', 1, 1000)
    expect(full.errors).toEqual(expect.arrayContaining(['EFBIG', 'ERR_STATE_WRITE']))
    expect(full.told.length).toBeGreaterThan(0)
    const roomy = await live('', full.round + 1, 3)
    expect(roomy.errors).toEqual([])
    const lines = (await readFile(path, 'utf8'))
      .slice(earlier.length * 90)
      .trimEnd()
      .split('\n')
    const events = lines.map((line) => JSON.parse(line) as StreamEvent)
    const ids = new Set(events.map(({ id }) => id))
    expect([...full.told, ...roomy.told].filter((id) => !ids.has(id))).toEqual([])
    const first = new Map(events.map((event) => [event.id, event] as const))
    const sequences = [...first.values()].map(({ sequence }) => Number(sequence)).sort((a, b) => a - b)
    expect(sequences).toEqual(sequences.map((_, index) => index + 1))
    for (const subject of ['1', '2', '3', '4', '5']) {
      const changes = [...first.values()]
        .filter((event) => event.subject === subject)
        .map(
          ({ data }) => (data as { changes: { subject: { before: string; after: string } } }).changes.subject,
        )
      for (const [index, { before }] of changes.entries())
        expect(before).toBe(changes[index - 1]?.after ?? '0')
      expect(changes.at(-1)?.after).toBe(String(full.round + 3))
    }
  },
)
