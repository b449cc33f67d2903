import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { levelStore } from '@superhack/superops/state/level'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { runs } from '../runs.js'

const root = new URL('../../', import.meta.url).pathname
const directory = mkdtempSync(join(tmpdir(), 'superops-level-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('a file in the place of the directory is named', async () => {
  const file = join(directory, 'file')
  writeFileSync(file, '')
  for (const place of [file, join(file, 'below')])
    await expect(levelStore(place)).rejects.toMatchObject({
      code: 'ERR_STATE_DIRECTORY',
      message: `${place} is no directory for a state store`,
    })
})

// The superuser may write everywhere.
test.skipIf(process.getuid?.() === 0)('a directory that may not be written is named', async () => {
  const place = join(directory, 'read-only')
  mkdirSync(place, { mode: 0o555 })
  await expect(levelStore(place)).rejects.toMatchObject({
    code: 'ERR_STATE_DIRECTORY',
    message: `this process may not write to ${place}, where the state store is to be`,
  })
})

test.each(['changed', 'gone'])(
  'damaged files are not taken for an empty store: CURRENT is %s',
  async (how) => {
    const place = join(directory, `damaged-${how}`)
    const store = await levelStore(place)
    await store.batch([{ put: 'a', value: '1' }])
    await store.close()
    const current = join(place, 'CURRENT')
    const before = readFileSync(current)
    if (how === 'gone') rmSync(current)
    else writeFileSync(current, 'no name of a file')
    await expect(levelStore(place)).rejects.toMatchObject({
      code: 'ERR_STATE_DAMAGED',
      message: `the state store in ${place} is damaged: restore a copy, or delete the directory to begin anew`,
    })
    writeFileSync(current, before)
    const restored = await levelStore(place)
    expect(await restored.get('a')).toBe('1')
    await restored.close()
  },
)

test.each(['', 7, undefined])('the directory %j is a TypeError', async (place) => {
  await expect(levelStore(place as string)).rejects.toThrow(TypeError)
})

test('one store per directory, also within a process', async () => {
  const place = join(directory, 'twice')
  const store = await levelStore(place)
  await expect(levelStore(place)).rejects.toMatchObject({ code: 'ERR_STATE_LOCKED' })
  await store.close()
  await expect(store.get('a')).rejects.toMatchObject({ code: 'ERR_STATE_CLOSED' })
  await (await levelStore(place)).close()
})

test('a range that is under way when the store is closed ends with the reason', async () => {
  const store = await levelStore(join(directory, 'ranging'))
  await store.batch(Array.from('abc', (key) => ({ put: key, value: key })))
  const range = store.range('a', 'z')[Symbol.asyncIterator]()
  await range.next()
  await store.close()
  await expect(range.next()).rejects.toMatchObject({ code: 'ERR_STATE_CLOSED' })
})

test('any keys come back as they were, in the order of JavaScript', async () => {
  const store = await levelStore(join(directory, 'keys'))
  const texts = fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 50 })
  await fc.assert(
    fc.asyncProperty(texts, async (keys) => {
      await store.batch(keys.map((key) => ({ put: key, value: key })))
      const found: string[] = []
      for await (const [key, value] of store.range('', '\uffff\uffff')) {
        expect(value).toBe(key)
        found.push(key)
      }
      await store.batch(found.map((key) => ({ delete: key })))
      expect(found).toEqual(keys.filter((key) => key < '\uffff\uffff').sort())
    }),
    { numRuns: runs(200) },
  )
  await store.close()
})

test.each(['module', 'commonjs'])(
  '%s: without classic-level importing works, opening names the command',
  (format) => {
    const project = join(directory, `without-${format}`)
    const own = join(project, 'node_modules/@superhack/superops')
    mkdirSync(own, { recursive: true })
    symlinkSync(join(root, 'dist'), join(own, 'dist'))
    cpSync(join(root, 'package.json'), join(own, 'package.json'))
    const load =
      format === 'module'
        ? "import { levelStore } from '@superhack/superops/state/level'"
        : "const { levelStore } = require('@superhack/superops/state/level')"
    const text = `${load}; levelStore('state').catch(({ code, message }) => console.log(code, message))`
    const args = ['--preserve-symlinks', `--input-type=${format}`, '--eval', text]
    expect(execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' })).toBe(
      'ERR_MISSING_PEER levelStore needs the package classic-level: npm install classic-level@3\n',
    )
  },
)
