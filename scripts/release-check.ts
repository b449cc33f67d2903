/** Everything that must hold before a release, up to the packed tarball in the hands of a consumer. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { checkBackend } from './check-backend.js'
import { checkCommand } from './check-command.js'

const execute = promisify(execFile)
const mostCoreKilobytes = 25

async function run(title: string, command: string, args: readonly string[], cwd = '.'): Promise<string> {
  const started = performance.now()
  try {
    const { stdout } = await execute(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 })
    console.log(`ok    ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    fail(`${title}\n${stdout}${stderr}`)
  }
}
const tsc = resolve('node_modules/.bin/tsc')
const npx = (title: string, ...args: string[]) => run(title, 'npx', ['--no', '--', ...args])

await npx('lint and format', 'biome', 'check')
await npx('types', 'tsc')
await npx('codegen leaves no difference', 'tsx', 'scripts/codegen.ts', '--check')
await npx('API reference', 'typedoc', '--emit', 'none')
await npx('tables of figures are as defined', 'tsx', 'scripts/metrics-page.ts', '--check')
await run('build', 'npm', ['run', '--silent', 'build'])

const directory = mkdtempSync(join(tmpdir(), 'superops-release-'))
try {
  const packed = await run('pack', 'npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    directory,
  ])
  await checkTarball(JSON.parse(packed.slice(packed.indexOf('['))))
} finally {
  rmSync(directory, { recursive: true, force: true })
}

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

async function checkTarball([pack]: readonly Packed[]): Promise<void> {
  if (pack === undefined) throw new Error('npm pack named no tarball')
  const tarball = resolve(directory, pack.filename)
  const strangers = pack.files.filter(
    ({ path }) => !/^(dist|docs)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path),
  )
  if (strangers.length > 0) fail(`the tarball holds ${strangers.map(({ path }) => path).join(', ')}`)
  console.log(
    `ok    the tarball holds ${pack.files.length} files, ${(pack.size / 1024).toFixed(0)} kB, no test and no script`,
  )
  await npx('publint', 'publint', tarball, '--strict')
  await npx('attw', 'attw', tarball, '--profile', 'node16')
  const checks = [
    ...['esm', 'cjs'].map((name) => checkProgram(name, tarball)),
    ...['vitest', 'node-test', 'jest'].map((name) => checkTests(name, tarball)),
  ]
  // All of them end before the directory goes.
  const failed = (await Promise.allSettled(checks)).find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  for (const framework of ['express', 'fastify']) await checkBackend(framework, directory, tarball)
  // Alone, since its start is timed.
  await checkCommand(directory, tarball)
  await checkSize()
}

/** A copy of an example project with the tarball in it. */
async function install(name: string, tarball: string): Promise<string> {
  const consumer = join(directory, name)
  cpSync(`examples/consumers/${name}`, consumer, { recursive: true })
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts']
  await run(`${name} consumer installs`, 'npm', ['install', ...flags, tarball], consumer)
  return consumer
}

async function checkProgram(format: string, tarball: string): Promise<void> {
  const consumer = await install(format, tarball)
  await run(`${format} consumer compiles`, tsc, ['-p', consumer])
  // The types of msw, an optional peer of ./testing, do not pass without skipLibCheck.
  await run(`${format} consumer compiles, libraries checked`, tsc, [
    '-p',
    join(consumer, 'tsconfig.strict.json'),
  ])
  await run(`${format} consumer runs`, process.execPath, [join(consumer, 'main.js')], consumer)
}

async function checkTests(runner: string, tarball: string): Promise<void> {
  const consumer = await install(runner, tarball)
  if (existsSync(join(consumer, 'tsconfig.json')))
    await run(`${runner} consumer compiles`, tsc, ['-p', consumer])
  await run(`${runner} consumer's tests`, 'npm', ['test', '--silent'], consumer)
}

/** Own code that `import '@superhack/superops'` loads, minified as a bundler would: the entry and the chunks it names. */
async function checkSize(): Promise<void> {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(`dist/${file}`, 'utf8')
    // What is loaded by import() at first use is not named by these.
    for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (next) visit(next)
  }
  visit('index.js')
  const code = await Promise.all(
    [...seen].map((file) => transform(readFileSync(`dist/${file}`, 'utf8'), { minify: true, format: 'esm' })),
  )
  const size = gzipSync(code.map(({ code }) => code).join('')).length / 1024
  const told = `own code of the core: ${size.toFixed(1)} kB minified and gzipped, at most ${mostCoreKilobytes}`
  if (size > mostCoreKilobytes) fail(told)
  console.log(`ok    ${told}`)
}

function fail(message: string): never {
  // An exit would leave the temporary directory behind.
  throw new Error(`FAILED ${message}`)
}
