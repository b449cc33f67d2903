import { parseArgs } from 'node:util'
import { configFromEnv, type EnvironmentConfig } from '@superhack/superops'
import { askMock, askTenant } from './ask.js'
import { compare } from './compare.js'
import { NotReadable, observe, type Shapes } from './observe.js'
import { printComparison } from './print.js'
import type { Sample } from './trials.js'

const usage = `npm run contract -- [--json]

Asks a tenant every query, read-only, and prints where its answers differ in shape from the mock tenant's.
`
const ofTenant: Sample = { pageSizes: [20], pages: 1, records: 3 }
/** All pages, and one of a single row for an inner one: what the mock can show at all counts. */
const ofMock: Sample = { pageSizes: [1, 100], pages: 1000, records: 50 }

function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

function readFlags(): { json: boolean; help: boolean } {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { json: flag, help: flag } }).values
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function readConfig(): EnvironmentConfig {
  try {
    return configFromEnv()
  } catch (error) {
    return refuse(
      `The contract test reads a real tenant and needs its credentials.\n${error instanceof Error ? error.message : error}`,
    )
  }
}

async function observeTenant(config: EnvironmentConfig): Promise<Shapes> {
  const asker = askTenant(config)
  process.stderr.write(`Asking ${config.tenantId}; with the default limit it takes about two minutes.\n`)
  try {
    return await observe(asker, ofTenant)
  } catch (error) {
    if (error instanceof NotReadable) return refuse(error.message)
    throw error
  } finally {
    asker.close()
  }
}

/** Several worlds, since one may lack a rare form by chance. */
async function observeMock(): Promise<Shapes> {
  const shapes: Shapes = new Map()
  for (const seed of [1, 2, 3, 4, 5]) await observe(askMock(seed), ofMock, shapes)
  return shapes
}

const flags = readFlags()
if (flags.help) {
  process.stdout.write(usage)
} else {
  const comparisons = compare(await observeTenant(readConfig()), await observeMock())
  process.stdout.write(
    flags.json ? `${JSON.stringify(comparisons, undefined, 2)}\n` : printComparison(comparisons),
  )
  if (comparisons.some(({ differences }) => differences.length > 0)) process.exitCode = 1
}
