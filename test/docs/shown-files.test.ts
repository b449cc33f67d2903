import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))

/** Blocks whose fence names a file, as in ```ts examples/a.ts. */
const shown = pages.flatMap((page) => {
  const blocks = readFileSync(join(root, 'docs', page), 'utf8').matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)
  return [...blocks].map(([, file = '', text = '']) => ({ page, file, text }))
})

test.each(shown)('$page shows $file as it is', ({ file, text }) => {
  expect(text).toBe(readFileSync(join(root, file), 'utf8'))
})

test('the page on testing shows the code and the tests of every example project', () => {
  const ofTesting = shown.filter(({ page }) => page === 'testing.md').map(({ file }) => file)
  const code = ['vitest', 'node-test', 'jest'].flatMap((project) =>
    readdirSync(join(root, 'examples/consumers', project))
      .filter((name) => /\.[jt]s$/.test(name))
      .map((name) => `examples/consumers/${project}/${name}`),
  )
  expect(code).toHaveLength(6)
  expect(ofTesting).toEqual(expect.arrayContaining(code))
})
