import type { BatchOptions, ExtractedEntity } from '@superhack/superops/extract'
import { type FormatName, formatNames } from '@superhack/superops/tables'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { msp, type ProductProfile } from './products.js'
import { leastWidth, mostWidth } from './render/style.js'
import type { Output } from './terminal.js'
import { UsageError } from './usage-error.js'

interface CommonFlags {
  /** Both size the mock tenant; undefined when not given. */
  readonly seed?: number
  readonly tickets?: number
  readonly color: boolean
  readonly width?: number
}

export interface ReportFlags extends CommonFlags {
  readonly json: boolean
}

export interface LiveFlags extends Pick<CommonFlags, 'color' | 'seed' | 'tickets'> {
  /** Undefined: the first free one from 8080 on. */
  readonly port?: number
  /** Seconds of the mock tenant per second. */
  readonly speed?: number
  /** Undefined: until Ctrl+C. */
  readonly forMs?: number
}

export interface ExtractFlags extends CommonFlags {
  /** Undefined only with `plan`. */
  readonly out?: string
  readonly format: FormatName
  readonly gzip: boolean
  readonly metrics: boolean
  readonly rawCsv: boolean
  readonly incremental: boolean
  readonly resume: boolean
  readonly plan: boolean
  readonly entities: readonly ExtractedEntity[]
  readonly conversations: NonNullable<BatchOptions['conversations']>
}

/** What the command line asks for; `done` when commander has answered already, as for `--help`. */
export type Asked =
  | { readonly command: 'report'; readonly flags: ReportFlags }
  | { readonly command: 'live'; readonly flags: LiveFlags }
  | { readonly command: 'extract'; readonly flags: ExtractFlags }
  | { readonly command: 'done' }

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

const entityList =
  (entityNames: readonly string[]) =>
  (text: string): ExtractedEntity[] => {
    const names = text.split(',').map((name) => name.trim())
    return names.map((name) => {
      const found = entityNames.find((entity) => entity === name)
      if (found === undefined)
        throw new InvalidArgumentError(
          `There is no entity '${name}'. Expected some of ${entityNames.join(', ')}.`,
        )
      return found as ExtractedEntity
    })
  }

const withMockFlags = (command: Command) =>
  command
    .addOption(new Option('--seed <number>', 'seed of the mock tenant (7)').argParser(integer(0, 2 ** 31)))
    .addOption(
      new Option('--tickets <number>', 'size of the mock tenant (500; live: 1500)').argParser(
        integer(1, 100_000),
      ),
    )
    .option('--no-color', 'no colours')
    .allowExcessArguments(false)

const withCommonFlags = (command: Command) =>
  withMockFlags(command).addOption(
    new Option('--width <columns>', 'columns to write in').argParser(integer(leastWidth, mostWidth)),
  )

/** @throws UsageError that names the flag. */
export function parseCommandLine(
  args: readonly string[],
  stdout: Output = process.stdout,
  { entities, tables }: ProductProfile = msp,
): Asked {
  let asked: Asked = { command: 'done' }
  const output = { writeOut: (text: string) => void stdout.write(text), writeErr: () => {} }
  const program = new Command('npm start --')
    .description(
      'Reads a SuperOps tenant, and reports on its service desk, writes its rows and figures into files or streams what happens. Without credentials it reads the embedded mock tenant.',
    )
    .exitOverride()
    .configureOutput(output)
    .showHelpAfterError(false)
  withCommonFlags(program.command('report', { isDefault: true }))
    .description('print the report')
    .option('--json', 'print it as one JSON document', false)
    .action((flags: ReportFlags) => {
      asked = { command: 'report', flags }
    })
  withMockFlags(program.command('live'))
    .description('show the wallboard in a browser, and what happens in this terminal')
    .addOption(
      new Option('--for <time>', 'end after so long, such as 30s; else Ctrl+C ends it').argParser(duration),
    )
    .addOption(
      new Option('--speed <number>', 'how much faster the mock tenant lives (300)').argParser(
        integer(1, 3600),
      ),
    )
    .addOption(
      new Option(
        '--port <number>',
        'port of wallboard, REST and WebSocket (8080, or the next free)',
      ).argParser(integer(0, 65_535)),
    )
    .action(({ for: forMs, ...flags }: Omit<LiveFlags, 'forMs'> & { for?: number }) => {
      asked = { command: 'live', flags: { ...flags, ...(forMs !== undefined && { forMs }) } }
    })
  withCommonFlags(program.command('extract'))
    .description('write the rows of the tenant into files, and figures over them')
    .option('--out <folder>', 'where the files are written; needed but with --plan')
    .addOption(new Option('--format <name>', 'of the files').choices([...formatNames]).default('ndjson'))
    .option('--gzip', 'compress NDJSON and CSV', false)
    .option('--no-metrics', 'leave out figures, for which all rows are read into memory')
    .option('--raw-csv', "leave texts of CSV that begin as a formula does without a ' before them", false)
    .addOption(
      new Option('--entities <names>', 'separated by commas')
        .argParser(entityList(Object.keys(tables)))
        .default([...entities], entities.join(',')),
    )
    .addOption(
      new Option('--conversations <which>', 'of which tickets they come along, a request per ticket')
        .choices(['none', 'changed', 'all'])
        .default('none'),
    )
    .option('--incremental', 'only what is new since the last run', false)
    .option('--resume', 'go on with a run that was stopped', false)
    .option('--plan', 'tell requests and minutes, and read nothing', false)
    .action((flags: ExtractFlags) => {
      if (!flags.plan && (flags.out ?? '') === '')
        throw new UsageError('--out: expected a folder\nTry: npm start -- extract --help')
      if (flags.gzip && flags.format === 'parquet')
        throw new UsageError('--gzip: Parquet is compressed without it; leave it out')
      if (flags.plan && flags.resume) throw new UsageError('--plan counts a whole run: leave --resume out')
      asked = { command: 'extract', flags }
    })
  for (const command of program.commands) command.exitOverride().configureOutput(output)
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0)
      throw new UsageError(`${error.message.replace(/^error: /, '')}\nTry: npm start -- --help`)
  }
  return asked
}
