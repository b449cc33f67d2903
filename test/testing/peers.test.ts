import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const directory = mkdtempSync(join(tmpdir(), 'superops-peers-'))
const own = join(directory, 'node_modules/@superhack/superops')

function link(name: string): () => void {
  const target = join(directory, 'node_modules', name)
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(join(root, 'node_modules', name), target)
  return () => rmSync(target)
}

beforeAll(() => {
  mkdirSync(own, { recursive: true })
  cpSync(join(root, 'dist'), join(own, 'dist'), { recursive: true })
  cpSync(join(root, 'package.json'), join(own, 'package.json'))
  for (const name of ['io-ts', 'fp-ts']) link(name)
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const command = 'npm install --save-dev graphql@16 @faker-js/faker@10'
const needs = (name: string) => `@superhack/superops/testing needs the package ${name}: ${command}`

/** What the code prints, in a folder without optional packages but those linked. */
function print(code: string, format: 'module' | 'commonjs'): string {
  const load =
    format === 'module'
      ? "import * as testing from '@superhack/superops/testing'"
      : "const testing = require('@superhack/superops/testing')"
  const text = `${load}
    const tell = (run) => { try { return typeof run() } catch (error) { return error.message } }
    console.log([${code}].map(tell).join('\\n'))`
  const args = [`--input-type=${format}`, '--eval', text]
  return execFileSync(process.execPath, args, { cwd: directory, encoding: 'utf8' }).trim()
}

test.each(['module', 'commonjs'] as const)(
  '%s: importing works, using names package and command',
  (format) => {
    const code =
      '() => testing.createMockTenant(), () => testing.wireSchema(), () => testing.fixtureOf("SLA")'
    const missing = print(code, format)
    expect(missing.split('\n')[1]).toBe(needs('graphql'))
    expect(missing).toContain('object')
    const unlink = link('graphql')
    try {
      expect(print(code, format)).toBe(`${needs('@faker-js/faker')}\nobject\nobject`)
      const unlinkFaker = link('@faker-js/faker')
      try {
        expect(
          print('() => testing.createMockTenant(), () => testing.createMockTenant().handlers', format),
        ).toBe('object\n@superhack/superops/testing needs the package msw: npm install --save-dev msw@2')
      } finally {
        unlinkFaker()
      }
    } finally {
      unlink()
    }
  },
)
