import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, { import: { default: string }; require: { default: string } } | string>
  dependencies: Record<string, string>
}
const require = createRequire(import.meta.url)
const subPaths = Object.keys(manifest.exports).filter((path) => path !== './package.json')
const nameOf = (subPath: string) => `@superhack/superops${subPath.slice(1)}`

const atStart = /^(?:import|export)\b[^"']*?\s*["']([^"']+)["'];?$/gm
/** Also what is loaded at first use. */
const any = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g

/** Packages that a built file names, its own chunks included. */
function packagesOf(file: string, imports: RegExp, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>()
  if (seen.has(file)) return packages
  seen.add(file)
  const text = readFileSync(new URL(file, root), 'utf8')
  for (const [, name = ''] of text.matchAll(imports)) {
    if (name.startsWith('.'))
      for (const inner of packagesOf(new URL(name, new URL(file, root)).pathname, imports, seen))
        packages.add(inner)
    else
      packages.add(
        name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name),
      )
  }
  return packages
}
function packages(subPath: string, imports = atStart): string[] {
  const entry = manifest.exports[subPath]
  if (entry === undefined || typeof entry === 'string') throw new Error(`no entry ${subPath}`)
  return [...packagesOf(entry.import.default, imports)].filter((name) => !name.startsWith('node:')).sort()
}

test('the core loads its dependencies and nothing else', () => {
  expect(packages('.')).toEqual(['axios', 'axios-retry', 'bottleneck', 'eventemitter3', 'fp-ts'])
  expect(packages('./entities')).toEqual(['io-ts'])
  expect(packages('./fp')).toEqual(['fp-ts'])
  expect(packages('./extract')).toEqual([])
  expect(packages('./http')).toEqual([])
  expect(packages('./metrics')).toEqual([])
  expect(packages('./otel')).toEqual([])
  expect(packages('./quality')).toEqual([])
  expect(packages('./sinks/file')).toEqual([])
  expect(packages('./sinks/webhook')).toEqual([])
  expect(packages('./sinks/websocket')).toEqual(['ws'])
  expect(packages('./state')).toEqual([])
  expect(packages('./state/level')).toEqual([])
  expect(packages('./stream-client')).toEqual(['eventemitter3'])
  expect(packages('./streams')).toEqual(['eventemitter3'])
  expect(packages('./tables')).toEqual([])
  expect(packages('./webhooks')).toEqual([])
})

test('the stream client loads nothing of Node', () => {
  const entry = manifest.exports['./stream-client']
  const file = typeof entry === 'object' ? entry.import.default : ''
  expect([...packagesOf(file, any)]).toEqual(['eventemitter3'])
})

test.each(subPaths)('%s gives the same names as ESM and as CommonJS', async (subPath) => {
  const esm = Object.keys(await import(nameOf(subPath)))
    .filter((name) => name !== 'default')
    .sort()
  const cjs = Object.keys(require(nameOf(subPath))).sort()
  expect(cjs).toEqual(esm)
  expect(esm).toMatchSnapshot()
})

test('every dependency is used by the package', () => {
  const used = new Set(subPaths.flatMap((subPath) => packages(subPath, any)))
  expect(Object.keys(manifest.dependencies).filter((name) => !used.has(name))).toEqual([])
})
