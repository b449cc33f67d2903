import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../src/', import.meta.url).pathname

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(directory, entry.name)) : [join(directory, entry.name)],
  )
}

const files = filesBelow(root).map((file) => relative(root, file))
const sources = files.filter((file) => file.endsWith('.ts'))
const stageOf = (file: string) => (file.includes('/') ? file.split('/')[0] : file.replace(/\.ts$/, '')) ?? ''

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const statement = /^(?:import|export)\s+(type\s)?([^'"]*?)from\s+'(\.[^']+)'/gm

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(statement)].map(([, type, names = '', path = '']) => ({
    from: file,
    to: normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'),
    typeOnly: type !== undefined || onlyTypes(names),
  }))
}
function onlyTypes(names: string): boolean {
  const list = names
    .replace(/[{}\s]+/g, ' ')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return list.length > 0 && list.every((name) => name.startsWith('type '))
}

const imports = sources.flatMap(importsOf)

/** What a stage may load; `types:` marks what it may only name. */
const allowed: Record<string, readonly string[]> = {
  index: ['client', 'every-surface', 'types:entities'],
  it: ['client', 'every-surface', 'types:entities'],
  'every-surface': ['attempt', 'client', 'errors', 'types:entities', 'types:option-checks'],
  attempt: ['errors'],
  fp: ['attempt', 'types:client', 'errors'],
  values: [],
  errors: ['types:entities'],
  entities: ['values'],
  'option-checks': [],
  client: ['entities', 'values', 'errors', 'option-checks'],
  http: [
    'types:client',
    'extract',
    'metrics',
    'option-checks',
    'quality',
    'shared-secret',
    'streams',
    'values',
    'webhooks',
  ],
  extract: ['client', 'errors', 'types:entities', 'metrics', 'quality', 'state', 'values'],
  metrics: ['values', 'types:entities'],
  otel: ['types:client'],
  quality: ['metrics', 'values', 'types:entities'],
  'shared-secret': ['option-checks'],
  sinks: ['errors', 'option-checks', 'shared-secret', 'streams', 'webhooks'],
  state: ['errors'],
  'stream-client': ['option-checks', 'types:streams'],
  streams: [
    'types:client',
    'types:entities',
    'errors',
    'extract',
    'metrics',
    'option-checks',
    'quality',
    'shared-secret',
    'state',
    'values',
  ],
  tables: [
    'client',
    'entities',
    'extract',
    'metrics',
    'option-checks',
    'package-version',
    'quality',
    'values',
  ],
  webhooks: ['option-checks'],
  'package-version': [],
  testing: [
    'client',
    'entities',
    'errors',
    'extract',
    'metrics',
    'package-version',
    'state',
    'streams',
    'values',
  ],
}

test('imports only point up the pipeline', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const [stage, target] = [stageOf(from), stageOf(to)]
    if (stage === target) return false
    const list = allowed[stage] ?? []
    return !(list.includes(target) || (typeOnly && list.includes(`types:${target}`)))
  })
  expect(wrong).toEqual([])
})

test('no module is part of an import cycle', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) throw new Error([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  expect(done.size).toBe(sources.length)
})

test('no file is longer than 300 lines, generated ones aside', () => {
  const long = sources
    .filter((file) => !file.includes('generated/'))
    .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > 300)
  expect(long).toEqual([])
})

test('file names are kebab-case and name one thing', () => {
  const vague = /^(utils?|helpers?|common|base|misc)$/
  const wrong = files.filter((file) => {
    const name = (file.split('/').at(-1) ?? '').replace(/\.(ts|graphql)$/, '')
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || vague.test(name)
  })
  expect(wrong).toEqual([])
})

test('metrics, quality and values load nothing from outside', () => {
  const outside = sources
    .filter((file) => ['metrics', 'quality', 'values'].includes(stageOf(file)))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(
        (match) => `${file}: ${match[1]}`,
      ),
    )
  expect(outside).toEqual([])
})

test('optional packages are loaded late: static imports of them name types only', () => {
  const early = sources.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^.'][^']*)'/gm,
      ),
    ]
      .filter(
        ([, type, name = '']) =>
          type === undefined &&
          /^(graphql|msw|classic-level|hyparquet-writer|@faker-js\/|@opentelemetry\/)/.test(name),
      )
      .map(([, , name]) => `${file}: ${name}`),
  )
  expect(early).toEqual([])
})
