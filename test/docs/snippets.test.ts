import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
// Inside of the project, so that the package finds itself by its name.
const directory = join(root, '.tmp', 'snippets')
const run = promisify(execFile)

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const snippets = pages.flatMap((page) => {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)
  return [...blocks].map(([, code = ''], index) => ({ page, name: `${page} ${index + 1}`, code }))
})

beforeAll(() => mkdirSync(directory, { recursive: true }))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('the first typed page takes at most eight lines', () => {
  const first = snippets.find(({ name }) => name === 'README.md 1')
  expect(first?.code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(8)
})

/** Runs the snippets of a page one after the other in one process, which tells the one it is at. */
test.each(pages)('every snippet of %s runs', async (page) => {
  const files: string[] = []
  for (const { name, code } of snippets.filter((snippet) => snippet.page === page)) {
    const file = join(directory, `${name.replace(/\W+/g, '-')}.mjs`)
    writeFileSync(file, (await transform(code, { loader: 'ts', format: 'esm', target: 'node20' })).code)
    files.push(file)
  }
  const all = join(directory, `${page.replace(/\W+/g, '-')}-all.mjs`)
  const lines = files.map((file) => `console.log('${file}')\nawait import('${file}')\n`)
  writeFileSync(all, lines.join(''))
  const { stderr } = await run(process.execPath, [all], { cwd: root })
  expect(stderr).toBe('')
})
