import { type ChildProcess, execFile } from 'node:child_process'
import { build } from 'esbuild'

const root = new URL('../', import.meta.url).pathname

export interface Ended {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

/** Without what the machine may have set. */
const neutral = {
  SUPEROPS_API_KEY: undefined,
  SUPEROPS_TENANT_ID: undefined,
  SUPEROPS_FALLBACK: undefined,
  SUPEROPS_STATE_DIR: undefined,
  FORCE_COLOR: undefined,
}

export type Run = (
  args: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
  onStart?: (child: ChildProcess) => void,
) => Promise<Ended>

function runNode(
  before: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  onStart?: (child: ChildProcess) => void,
): Promise<Ended> {
  const options = { cwd: root, env: { ...process.env, ...neutral, ...env } }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...before, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : (error.code ?? error.signal), stdout, stderr }),
    )
    onStart?.(child)
  })
}

/** Runs a program of the examples as its npm script does, in a process of its own. */
export const asScript =
  (name: string): Run =>
  (args, env) =>
    runNode(['--import', 'tsx', `examples/${name}/main.ts`], args, {
      TSX_TSCONFIG_PATH: `${root}examples/tsconfig.json`,
      ...env,
    })

/** The same, compiled once for all runs. */
export const compiled = (name: string): Promise<Run> => compiledProgram(`examples/${name}/main.ts`)

/** Compiles a program of the project, named by its path, to be run in processes of its own. */
export async function compiledProgram(path: string): Promise<Run> {
  const file = await compiledFile(path)
  return (args, env, onStart) => runNode([file], args, env, onStart)
}

/** Compiles a program and answers the path of the result. */
export async function compiledFile(path: string): Promise<string> {
  // Inside of the project, so that the package finds itself by its name.
  const outfile = `${root}.tmp/programs/${path.replace(/\W+/g, '-')}.mjs`
  await build({
    entryPoints: [root + path],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // The package itself is loaded as built, not from the paths of the sources.
    tsconfigRaw: '{}',
    logLevel: 'error',
  })
  return outfile
}
