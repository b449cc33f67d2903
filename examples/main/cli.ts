import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'

export interface ReportFlags {
  readonly json: boolean
  /** Both size the mock tenant; undefined when not given. */
  readonly seed?: number
  readonly tickets?: number
  readonly color: boolean
  readonly width?: number
}

/** What the command line asks for; `done` when commander has answered already, as for `--help`. */
export type Asked = { readonly command: 'report'; readonly flags: ReportFlags } | { readonly command: 'done' }

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
    .addOption(new Option('--seed <number>', 'seed of the mock tenant (7)').argParser(integer(0, 2 ** 31)))
    .addOption(
      new Option('--tickets <number>', 'size of the mock tenant (500)').argParser(integer(1, 100_000)),
    )
    .option('--no-color', 'no colours')
    .addOption(new Option('--width <columns>', 'columns to write in').argParser(integer(60, 120)))
    .allowExcessArguments(false)
    .action((flags: ReportFlags) => {
      asked = { command: 'report', flags }
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
