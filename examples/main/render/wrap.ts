import { widthOf } from './cells.js'

/** Parts in as many lines as a width takes; a part is never broken. */
export function wrap(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const joined = `${last}${separator}${part}`
    if (last !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(part)
  }
  return lines
}
