/** Everything that must hold before a release, up to the packed tarball in the hands of a consumer. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkCommand } from './check-command.js'

function run(title: string, command: string, args: readonly string[], cwd = '.'): string {
  const started = performance.now()
  try {
    const out = execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    console.log(`ok    ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    return out
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    fail(`${title}\n${stdout}${stderr}`)
  }
}
const npx = (title: string, ...args: string[]) => run(title, 'npx', ['--no', ...args])

npx('lint and format', 'biome', 'check')
npx('types', 'tsc')
npx('codegen leaves no difference', 'tsx', 'scripts/codegen.ts', '--check')
run('build', 'npm', ['run', '--silent', 'build'])

const directory = mkdtempSync(join(tmpdir(), 'superops-release-'))
try {
  const packed = run('pack', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', directory])
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
  npx('publint', 'publint', tarball, '--strict')
  npx('attw', 'attw', tarball, '--profile', 'node16')
  for (const format of ['esm', 'cjs']) checkConsumer(format, tarball)
  await checkCommand(directory, tarball)
  reportSize()
}

function checkConsumer(format: string, tarball: string): void {
  const consumer = join(directory, format)
  mkdirSync(consumer)
  cpSync(`examples/consumers/${format}`, consumer, { recursive: true })
  run(
    `${format} consumer installs`,
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', tarball],
    consumer,
  )
  const tsc = resolve('node_modules/.bin/tsc')
  run(`${format} consumer compiles`, tsc, ['-p', consumer])
  // The types of msw, an optional peer of ./testing, do not pass without skipLibCheck.
  run(`${format} consumer compiles, libraries checked`, tsc, ['-p', join(consumer, 'tsconfig.strict.json')])
  run(`${format} consumer runs`, process.execPath, [join(consumer, 'main.js')], consumer)
}

/** Own code that `import '@superhack/superops'` loads: the entry and the chunks it names. */
function reportSize(): void {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(`dist/${file}`, 'utf8')
    for (const [, next] of text.matchAll(
      /from\s*["']\.\/([\w.-]+\.js)["']|import\s*["']\.\/([\w.-]+\.js)["']/g,
    ))
      if (next) visit(next)
  }
  visit('index.js')
  const code = [...seen].map((file) => readFileSync(`dist/${file}`, 'utf8')).join('')
  console.log(
    `info  the core is ${(gzipSync(code).length / 1024).toFixed(1)} kB gzip of own code, not minified`,
  )
}

function fail(message: string): never {
  // An exit would leave the temporary directory behind.
  throw new Error(`FAILED ${message}`)
}
