import { parseArgs } from 'node:util'
import { configFromEnv, type EnvironmentConfig } from '@superhack/superops'
import { askTenant } from './ask.js'
import { compare } from './compare.js'
import { NotReadable, observe, observeMock, type Shapes } from './observe.js'
import { printComparison } from './print.js'
import { samples } from './trials.js'

const usage = `npm run contract -- [--json]

Asks a tenant every query, read-only, and prints where its answers differ in shape from the mock tenant's.
`
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
    return await observe(asker, samples.tenant)
  } catch (error) {
    if (error instanceof NotReadable) return refuse(error.message)
    throw error
  } finally {
    asker.close()
  }
}

const flags = readFlags()
if (flags.help) {
  process.stdout.write(usage)
} else {
  const comparisons = compare(await observeTenant(readConfig()), await observeMock([1, 2, 3, 4, 5]))
  process.stdout.write(
    flags.json ? `${JSON.stringify(comparisons, undefined, 2)}\n` : printComparison(comparisons),
  )
  if (comparisons.some(({ differences }) => differences.length > 0)) process.exitCode = 1
}
