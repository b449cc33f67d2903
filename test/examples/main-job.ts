import { runCommand } from '../../examples/main/run-command.js'
import type { Run } from '../program.js'

/** What a user runs as `npm start --`, in this process: it starts in no time and is like one of its own otherwise. */
export const mainJob: Run = async (args, env = {}) => {
  const written = { stdout: '', stderr: '' }
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const terminal = { env, stdout: output('stdout'), stderr: output('stderr') }
  const code = await runCommand(args, terminal, new AbortController().signal)
  return { code, ...written }
}
