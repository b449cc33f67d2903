import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { levelStore } from '@superhack/superops/state/level'
import { afterAll, afterEach, expect, test } from 'vitest'
import { runs } from '../runs.js'
import { lastWholeBatch } from './numbered-batches.js'

const root = new URL('../../', import.meta.url).pathname
const directory = mkdtempSync(join(tmpdir(), 'superops-crash-'))
const script = join(root, 'test/state/writer-process.ts')
const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'examples/tsconfig.json') }
const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function writer(store: string, from: number, shell = '') {
  const command = `${shell} exec "$0" --import tsx "$@"`
  const child = spawn('sh', ['-c', command, process.execPath, script, store, String(from)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() }
}

test('a killed process loses no batch that was acknowledged and leaves none in half', {
  timeout: 300_000,
}, async () => {
  const store = join(directory, 'killed')
  let next = 0
  for (let run = 0; run < runs(50); run++) {
    const { child, lines } = writer(store, next)
    let acknowledged = -1
    // Some die while they open the store.
    let left = run % 4 === 3 ? Number.POSITIVE_INFINITY : 2 + Math.floor(Math.random() * 80)
    if (left > 100) setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * 700)
    for await (const line of { [Symbol.asyncIterator]: () => lines }) {
      if (line !== 'open') acknowledged = Math.max(acknowledged, Number(line))
      // What is printed until it dies counts as well.
      if (--left === 0) child.kill('SIGKILL')
    }
    const opened = await levelStore(store)
    const last = await lastWholeBatch(opened)
    await opened.close()
    expect(last).toBeGreaterThanOrEqual(acknowledged)
    next = last + 1
  }
  expect(next).toBeGreaterThan(0)
})

test('a second process is told which directory is taken', async () => {
  const store = join(directory, 'locked')
  const { child, lines } = writer(store, 0)
  await lines.next()
  await expect(levelStore(store)).rejects.toMatchObject({
    name: 'StateStoreError',
    code: 'ERR_STATE_LOCKED',
    message: `the state store in ${store} is open already, in this process or another: one at a time writes it`,
  })
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
  await (await levelStore(store)).close()
})

test.skipIf(process.platform === 'win32')(
  'a full disk ends the writes and keeps what was acknowledged',
  async () => {
    const store = join(directory, 'full')
    // A bound on the size of files fails a write in its midst, as a full disk does.
    const { lines } = writer(store, 0, 'ulimit -f 2048;')
    await lines.next()
    const printed: string[] = []
    for await (const line of { [Symbol.asyncIterator]: () => lines }) printed.push(line)
    const end = JSON.parse(printed.pop() ?? '')
    expect(end).toEqual({
      code: 'ERR_STATE_WRITE',
      message: `writing to the state store in ${store} failed: the disk is full; it takes no more until it is opened again`,
      again: 'ERR_STATE_WRITE',
      last: printed.at(-1),
    })
    const opened = await levelStore(store)
    expect(await lastWholeBatch(opened)).toBeGreaterThanOrEqual(Number(printed.at(-1)))
    await opened.close()
  },
)
