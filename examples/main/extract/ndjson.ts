import type { Format } from './row-writer.js'

/** A row per line, as it was read. */
export const ndjson: Format = (file) => ({
  write: (rows) => file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
  end: async () => {},
})
