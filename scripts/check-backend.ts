/** A backend of the examples in a folder of its own, on the packed tarball: it starts by one command and answers. */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const readyMs = 30_000

/** What the backend and its page need beside the tarball, in the versions that the tests ran with. */
function packagesFor(framework: string): string[] {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const names = [
    framework,
    'ws',
    'graphql',
    '@faker-js/faker',
    'tsx',
    'esbuild',
    'preact',
    'd3-array',
    'd3-shape',
  ]
  return [...names, '@fontsource-variable/inter'].map((name) => `${name}@${devDependencies[name]}`)
}

export async function checkBackend(framework: string, directory: string, tarball: string): Promise<void> {
  const folder = join(directory, `${framework}-backend`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const flags = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']
  execFileSync('npm', [...flags, tarball, ...packagesFor(framework)], { cwd: folder, stdio: 'inherit' })
  for (const example of ['backend', 'wallboard', `${framework}-backend`])
    cpSync(join('examples', example), join(folder, example), { recursive: true })
  await startBackend(framework, folder)
  console.log(`ok    ${framework} backend: starts by one command on the mock tenant, and is ready`)
}

async function startBackend(framework: string, folder: string): Promise<void> {
  const { SUPEROPS_API_KEY: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import=tsx', `${framework}-backend/main.ts`], {
    cwd: folder,
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  try {
    const line = await Promise.race([
      new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
      ended.then((code) => `ended with ${code}`),
    ])
    const url = /^Backend at (\S+)\. /.exec(line)?.[1]
    if (url === undefined) throw new Error(`FAILED ${framework} backend: ${line}`)
    await ready(`${url}/health/ready`)
    const page = await (await fetch(new URL('/', url))).text()
    if (!page.includes('/wallboard/main-'))
      throw new Error(`FAILED ${framework} backend: no wallboard at ${url}`)
  } finally {
    child.kill('SIGTERM')
  }
  const code = await ended
  if (code !== 0) throw new Error(`FAILED ${framework} backend: SIGTERM ended it with ${code}`)
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + readyMs
  while ((await fetch(url)).status !== 200) {
    if (Date.now() > until) throw new Error(`FAILED ${url} was not ready in time`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
