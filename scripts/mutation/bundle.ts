import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { createRegistry, type RegisteredTest, type Registry } from './registry.js'

/** They read what was built, start processes, or ask a database. */
const left = /browser|zones|duckdb/

const suites = (root: string): string[] =>
  ['test/metrics', 'test/quality']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => file.endsWith('.test.ts') && !left.test(file))
    .sort()

/** Suites and sources as one function: calling it evaluates all modules anew, at the cost of no parsing. */
async function compile(root: string): Promise<vm.Script> {
  const { outputFiles } = await build({
    stdin: {
      contents: suites(root)
        .map((file) => `require('vitest').registry.file = '${file}'; require('./${file}')`)
        .join('\n'),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    ignoreAnnotations: true,
    logLevel: 'error',
    tsconfigRaw: '{}',
    banner: { js: '(function (require, module, exports) {' },
    footer: { js: '})' },
    plugins: [
      {
        name: 'sources in place of built files',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^@superhack\/superops\/(metrics|quality)$/ }, (imported) => ({
            path: path.join(root, 'src', imported.path.slice('@superhack/superops'.length), 'index.ts'),
          }))
          onLoad({ filter: /\.ts$/ }, (file) => ({
            contents: readFileSync(file.path, 'utf8').replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(file.path).href),
            ),
            loader: 'ts',
          }))
        },
      },
    ],
  })
  return new vm.Script(outputFiles[0]?.text ?? '', { filename: path.join(root, 'suites.cjs') })
}

export interface Suites {
  registry: Registry
  /** Evaluates everything, constants and tables of rules included. */
  evaluate: () => readonly RegisteredTest[]
}

export async function loadSuites(root: string): Promise<Suites> {
  const script = await compile(root)
  const registry = createRegistry()
  const load = createRequire(path.join(root, 'package.json'))
  const given: Record<string, unknown> = {
    vitest: { ...registry.vitest, registry },
    // Loaded once: it awaits at its top level, and has no mutants.
    '@superhack/superops/testing': await import(path.join(root, 'src/testing/index.ts')),
  }
  const require = (name: string): unknown => given[name] ?? load(name)
  const evaluate = () => {
    registry.tests = []
    const module = { exports: {} }
    script.runInThisContext()(require, module, module.exports)
    return registry.tests
  }
  return { registry, evaluate }
}
