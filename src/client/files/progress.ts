import type { Logger } from '../logger.js'

/** How far a transfer is, in bytes of content; a repeated attempt begins at 0 again. */
export interface FileProgress {
  readonly loadedBytes: number
  /** Null when the length is not known. */
  readonly totalBytes: number | null
}

export type OnProgress = (progress: FileProgress) => void

/** Adds up what was moved; a callback that throws or rejects is logged and loses nothing. */
export function progressOf(
  onProgress: OnProgress | undefined,
  totalBytes: number | null,
  logger: Logger | undefined,
): (bytes: number) => void {
  if (onProgress === undefined) return () => {}
  let loadedBytes = 0
  const onFailure = (err: unknown) => logger?.error({ err }, 'onProgress failed')
  return (bytes) => {
    loadedBytes += bytes
    try {
      const returned: unknown = onProgress({ loadedBytes, totalBytes })
      if (returned instanceof Promise) returned.catch(onFailure)
    } catch (error) {
      onFailure(error)
    }
  }
}
