import { isSuperOpsError, type SuperOpsError } from '@superhack/superops'
import { StateError, StateStoreError } from '@superhack/superops/state'
import { TablesError } from '@superhack/superops/tables'
import { parseCommandLine } from './cli.js'
import { extractCommand } from './extract-command.js'
import { liveCommand } from './live-command.js'
import { productOf } from './products.js'
import { reportCommand } from './report-command.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

/**
 * Runs what a command line asks for and answers the exit code: 0 done, 1 not or not wholly, 2 a wrong command line
 * or setting, 130 interrupted.
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  try {
    return (await run(args, terminal, signal)) ? 0 : 1
  } catch (error) {
    if (signal.aborted) return 130
    const { stderr } = terminal
    if (error instanceof UsageError) {
      stderr.write(`${error.message}\n`)
      return 2
    }
    if (isSuperOpsError(error)) {
      stderr.write(`Reading failed (${error.kind}). ${error.message}\n${adviceOn(error.kind)}`)
      return 1
    }
    if (error instanceof StateError || error instanceof StateStoreError) {
      stderr.write(`The state of the extraction cannot be used. ${error.message}\n`)
      return 1
    }
    if (error instanceof TablesError || isOfFiles(error)) {
      stderr.write(`Writing failed; what was read is kept for --resume. ${error.message}\n`)
      return 1
    }
    throw error
  }
}

/** What to look at first; nothing where the message says all there is to say. */
function adviceOn(kind: SuperOpsError['kind']): string {
  switch (kind) {
    case 'auth':
      return `Check SUPEROPS_API_KEY, SUPEROPS_TENANT_ID and SUPEROPS_REGION. ${diagnosis}`
    case 'network':
    case 'timeout':
      return `Check the network, SUPEROPS_REGION and SUPEROPS_API_BASE_URL. ${diagnosis}`
    case 'http':
      return `Check SUPEROPS_TENANT_ID, SUPEROPS_REGION and SUPEROPS_API_BASE_URL. ${diagnosis}`
    default:
      return ''
  }
}

const diagnosis = 'What works and what does not: npm run doctor\n'

/** Whether a file or folder refused: a full disk, a missing right, a folder in the place of a file. */
const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && fileCalls.has((error as NodeJS.ErrnoException).syscall ?? '')

const fileCalls: ReadonlySet<string> = new Set(['open', 'write', 'fsync', 'fdatasync', 'rename', 'mkdir'])

async function run(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  const asked = parseCommandLine(args, terminal.stdout, productOf(terminal.env))
  switch (asked.command) {
    case 'done':
      return true
    case 'report':
      return reportCommand(asked.flags, terminal, signal)
    case 'extract':
      return extractCommand(asked.flags, terminal, signal)
    case 'live':
      return liveCommand(asked.flags, terminal, signal)
  }
}
