import { createRequire } from 'node:module'

/** Version of this package; read when asked for, from beside the built files. */
export const packageVersion = (): string =>
  (createRequire(import.meta.url)('../package.json') as { version: string }).version
