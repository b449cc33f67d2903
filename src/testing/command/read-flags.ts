import { parseArgs } from 'node:util'
import type { Product } from '../../client/surface.js'

export const usage = `superops-mock: a SuperOps tenant in memory, over HTTP

  --port <n>       port on 127.0.0.1; 0 takes a free one (default 4000)
  --seed <n>       same seed, same world (default 7)
  --tickets <n>    size of the world (default 500)
  --product <p>    msp or it (default msp)
  --quota <n>      requests per minute (default without limit)
  --live [speed]   lets the world's time run, so many times as fast as ours (default 1)
  --faults <file>  JSON list such as [{ "fault": "latency", "ms": 200 }]
  --verbose        logs requests
  --help, --version

The first line of output is JSON: url, token, subdomain.
Look at it and change it at /__mock/world, calls, faults, advance, reset.
`

export interface Flags {
  readonly port: number
  readonly product: Product
  readonly seed: number | undefined
  readonly tickets: number | undefined
  readonly quota: number | undefined
  /** Speed; undefined when time stands still. */
  readonly live: number | undefined
  readonly faults: string | undefined
  readonly verbose: boolean
}

/** The command cannot start like this; the message names the flag. */
export class UsageError extends Error {}

const options = {
  port: { type: 'string' },
  seed: { type: 'string' },
  tickets: { type: 'string' },
  product: { type: 'string' },
  quota: { type: 'string' },
  live: { type: 'string' },
  faults: { type: 'string' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

/** `--live` alone means its speed is 1, which parseArgs cannot say. */
const withSpeed = (args: readonly string[]): string[] =>
  args.map((arg, at) => (arg === '--live' && !/^\d/.test(args[at + 1] ?? '') ? '--live=1' : arg))

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: withSpeed(args), options, strict: true }).values
  } catch (error) {
    throw new UsageError((error as Error).message.split('.')[0])
  }
}

function whole(name: string, text: string | undefined, least: number, most = Number.MAX_SAFE_INTEGER) {
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`
  throw new UsageError(`--${name} expects a whole number, ${range}`)
}

function speedOf(text: string | undefined): number | undefined {
  const speed = text === undefined ? undefined : Number(text)
  if (speed !== undefined && !(speed > 0 && Number.isFinite(speed)))
    throw new UsageError('--live expects a speed above 0')
  return speed
}

function productOf(text: string | undefined): Product {
  if (text === undefined || text === 'msp' || text === 'it') return text ?? 'msp'
  throw new UsageError('--product expects msp or it')
}

/** Reads the command line; throws a {@link UsageError}. */
export function readFlags(args: readonly string[]): Flags | 'help' | 'version' {
  const values = valuesOf(args)
  if (values.help === true) return 'help'
  if (values.version === true) return 'version'
  return {
    port: whole('port', values.port, 0, 65_535) ?? 4000,
    product: productOf(values.product),
    seed: whole('seed', values.seed, 0),
    tickets: whole('tickets', values.tickets, 0),
    quota: whole('quota', values.quota, 1),
    live: speedOf(values.live),
    faults: values.faults,
    verbose: values.verbose ?? false,
  }
}
