/** What tables could not do; `code` tells why. */
export class TablesError extends Error {
  override readonly name = 'TablesError'
  /** An optional package is not installed. */
  readonly code = 'ERR_MISSING_PEER'
}

/** @throws TablesError with the command that installs the package when it is missing. */
export async function loadHyparquetWriter(): Promise<typeof import('hyparquet-writer')> {
  try {
    return await import('hyparquet-writer')
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    // A package that is there but broken inside has a message of its own.
    const isMissing =
      (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') &&
      /['"]hyparquet-writer['"]/.test(String(message))
    if (!isMissing) throw error
    const what = 'Parquet needs the package hyparquet-writer: npm install hyparquet-writer@0.17'
    throw new TablesError(what, { cause: error })
  }
}
