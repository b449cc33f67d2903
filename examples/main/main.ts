import { isSuperOpsError } from '@superhack/superops'
import { StateError, StateStoreError } from '@superhack/superops/state'
import { parseCommandLine, UsageError } from './cli.js'
import { extractCommand } from './extract-command.js'
import { liveCommand } from './live-command.js'
import { reportCommand } from './report-command.js'

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort('interrupted'))

try {
  const asked = parseCommandLine(process.argv.slice(2))
  const { signal } = interrupted
  if (asked.command === 'report' && !(await reportCommand(asked.flags, signal))) process.exitCode = 1
  if (asked.command === 'extract' && !(await extractCommand(asked.flags, signal))) process.exitCode = 1
  if (asked.command === 'live' && !(await liveCommand(asked.flags, signal))) process.exitCode = 1
} catch (error) {
  if (interrupted.signal.aborted) {
    process.exitCode = 130
  } else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  } else if (isSuperOpsError(error)) {
    process.stderr.write(`Reading failed (${error.kind}). ${error.message}\n`)
    process.exitCode = 1
  } else if (error instanceof StateError || error instanceof StateStoreError) {
    process.stderr.write(`The state of the extraction cannot be used. ${error.message}\n`)
    process.exitCode = 1
  } else {
    throw error
  }
}
