import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

// A process of its own: the zone of the host is read once, at start.
const script = `
  import { createHash } from 'node:crypto'
  import { createMockTenant } from '@superhack/superops/testing'
  const { world } = createMockTenant({ seed: 7, tickets: 300 })
  const hash = createHash('sha256').update(JSON.stringify(world))
  world.advance({ days: 2 })
  hash.update(JSON.stringify(world))
  process.stdout.write(JSON.stringify({ hash: hash.digest('hex'), faker: import.meta.resolve('@faker-js/faker/locale/base') }))
`

/** Whoever imports faker gets the version installed under this name. */
const replaced = (name: string) => {
  const hook = `export const resolve = (specifier, context, next) =>
    next(specifier.replace(/^@faker-js\\/faker(?=\\/|$)/, ${JSON.stringify(name)}), context)`
  const url = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`
  const register = `import { register } from 'node:module'; register(${JSON.stringify(url(hook))})`
  return ['--import', url(register)]
}

interface Outcome {
  readonly hash: string
  /** Address of the module that was used. */
  readonly faker: string
}

async function outcomeOf(
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Outcome> {
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '--eval', script], {
    env: { ...process.env, ...env },
  })
  return JSON.parse(stdout)
}

test('the world and what becomes of it do not depend on the time zone of the host', async () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
  const outcomes = await Promise.all(zones.map((TZ) => outcomeOf({ TZ })))
  expect(outcomes[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(outcomes.map(({ hash }) => hash)).size).toBe(1)
})

test('the oldest faker that is supported and the present one give the same world', async () => {
  const [present, oldest] = await Promise.all([outcomeOf({}), outcomeOf({}, replaced('faker-10.0'))])
  expect(present.faker).toContain('node_modules/@faker-js/faker/')
  expect(oldest.faker).toContain('node_modules/faker-10.0/')
  expect(oldest.hash).toBe(present.hash)
})
