import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'

export interface ReportFlags {
  readonly json: boolean
  /** Both size the mock tenant; undefined when not given. */
  readonly seed?: number
  readonly tickets?: number
  readonly color: boolean
  readonly width?: number
}

export interface LiveFlags extends Pick<ReportFlags, 'seed' | 'tickets'> {
  readonly color: boolean
  readonly port: number
  /** Undefined: until Ctrl+C. */
  readonly forMs?: number
}

/** What the command line asks for; `done` when commander has answered already, as for `--help`. */
export type Asked =
  | { readonly command: 'report'; readonly flags: ReportFlags }
  | { readonly command: 'live'; readonly flags: LiveFlags }
  | { readonly command: 'done' }

/** A wrong command line; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const integer = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
  }
  return value
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 }

function duration(text: string): number {
  const [, amount, unit = ''] = /^(\d+)(s|m|h)$/.exec(text) ?? []
  const ms = Number(amount) * (units[unit] ?? Number.NaN)
  if (!(ms > 0)) throw new InvalidArgumentError('Expected a time such as 30s, 5m or 1h.')
  return ms
}

const seedOption = () =>
  new Option('--seed <number>', 'seed of the mock tenant (7)').argParser(integer(0, 2 ** 31))
const ticketsOption = () =>
  new Option('--tickets <number>', 'size of the mock tenant (500)').argParser(integer(1, 100_000))

/** @throws UsageError that names the flag. */
export function parseCommandLine(args: readonly string[]): Asked {
  let asked: Asked = { command: 'done' }
  const program = new Command('npm start --')
    .description(
      'Reads a SuperOps tenant and reports on its service desk. Without credentials it reads the embedded mock tenant.',
    )
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .showHelpAfterError(false)
  program
    .command('report', { isDefault: true })
    .description('print the report')
    .option('--json', 'print it as one JSON document', false)
    .addOption(seedOption())
    .addOption(ticketsOption())
    .option('--no-color', 'no colours')
    .addOption(new Option('--width <columns>', 'columns to write in').argParser(integer(60, 120)))
    .allowExcessArguments(false)
    .action((flags: ReportFlags) => {
      asked = { command: 'report', flags }
    })
  program
    .command('live')
    .description('stream what happens, to this terminal and over WebSocket')
    .addOption(
      new Option('--for <time>', 'end after so long, such as 30s; else Ctrl+C ends it').argParser(duration),
    )
    .addOption(
      new Option('--port <number>', 'port of the WebSocket server')
        .argParser(integer(0, 65_535))
        .default(8765),
    )
    .addOption(seedOption())
    .addOption(ticketsOption())
    .option('--no-color', 'no colours')
    .allowExcessArguments(false)
    .action(({ for: forMs, ...flags }: Omit<LiveFlags, 'forMs'> & { for?: number }) => {
      asked = { command: 'live', flags: { ...flags, ...(forMs !== undefined && { forMs }) } }
    })
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0)
      throw new UsageError(`${error.message.replace(/^error: /, '')}\nTry: npm start -- --help`)
  }
  return asked
}
