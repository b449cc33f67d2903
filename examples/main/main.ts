import { isSuperOpsError } from '@superhack/superops'
import { parseCommandLine, UsageError } from './cli.js'
import { liveCommand } from './live-command.js'
import { reportCommand } from './report-command.js'

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort('interrupted'))

try {
  const asked = parseCommandLine(process.argv.slice(2))
  if (asked.command === 'report' && !(await reportCommand(asked.flags, interrupted.signal)))
    process.exitCode = 1
  if (asked.command === 'live') await liveCommand(asked.flags, interrupted.signal)
} catch (error) {
  if (interrupted.signal.aborted) {
    process.exitCode = 130
  } else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  } else if (isSuperOpsError(error)) {
    process.stderr.write(`Reading failed (${error.kind}). ${error.message}\n`)
    process.exitCode = 1
  } else {
    throw error
  }
}
