import { runCommand } from './run-command.js'

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort('interrupted'))
process.exitCode = await runCommand(process.argv.slice(2), process, interrupted.signal)
