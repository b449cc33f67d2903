import { existsSync } from 'node:fs'
import type { QualityEntry } from './all-figures.js'

/** The built file of quality, null while there is none. */
export function qualityFile(): string | null {
  const { pathname } = new URL('../../dist/quality.js', import.meta.url)
  return existsSync(pathname) ? pathname : null
}

/** Quality as built, null while there is none. */
export async function qualityEntry(): Promise<QualityEntry | null> {
  const file = qualityFile()
  return file === null ? null : ((await import(file)) as QualityEntry)
}
