import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Executable of a browser of this machine: `SUPEROPS_CHROMIUM`, else the first known name in PATH. */
export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  if (env.SUPEROPS_CHROMIUM) return env.SUPEROPS_CHROMIUM
  const folders = (env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

export const browserPath = findBrowser(process.env)
/** What stands in the way; undefined where a browser is required, so that its lack is a failure. */
export const whyNoBrowser =
  browserPath === undefined && process.env.SUPEROPS_REQUIRE_BROWSER !== '1'
    ? 'no browser found: apt-get install chromium, or set SUPEROPS_CHROMIUM'
    : undefined
