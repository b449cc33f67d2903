import { type FileHandle, open, rename } from 'node:fs/promises'
import { atLeast, expect } from '../../option-checks.js'
import type { Sink } from '../../streams/sink.js'

export interface FileSinkOptions {
  /** Of the file that is written; its directory has to exist. */
  readonly path: string
  /** @defaultValue 'file' */
  readonly name?: string
  /** A file that would grow beyond it makes room for a new one. @defaultValue 64 MiB */
  readonly maxBytes?: number
  /** Earlier files that are kept, as `path.1` (the latest) to `path.<keep>`. @defaultValue 5 */
  readonly keep?: number
  /** An event is on disk before its delivery counts; slower. @defaultValue false */
  readonly fsync?: boolean
}

export type FileSink = Sink & Required<Pick<Sink, 'close' | 'deliver'>>

interface OpenFile {
  readonly handle: FileHandle
  size: number
}

/**
 * Appends events to a file, one JSON text per line (NDJSON), in the order of their delivery.
 *
 * A line that a crash cut off is ended, so that what follows can be read; only one process may write the file.
 *
 * @throws TypeError naming the option that does not fit
 */
export function fileSink({ path, name = 'file', ...options }: FileSinkOptions): FileSink {
  expect(typeof path === 'string' && path !== '', 'path', 'the name of a file', path)
  expect(typeof name === 'string' && name !== '', 'name', 'a text', name)
  const maxBytes = atLeast('maxBytes', options.maxBytes ?? 64 * 1024 * 1024, 1)
  const keep = atLeast('keep', options.keep ?? 5, 0)
  const { fsync = false } = options
  let file: OpenFile | undefined
  /** Of the work before, failed or not: lines do not mix. */
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const closeFile = async () => {
    const open = file
    file = undefined
    await open?.handle.close()
  }
  const rotate = async () => {
    await closeFile()
    for (let number = keep; number > 0; number--) {
      const from = number === 1 ? path : `${path}.${number - 1}`
      await rename(from, `${path}.${number}`).catch(ifThere)
    }
    file = await openFile(path, keep === 0)
  }
  const write = async (line: Buffer) => {
    file ??= await openFile(path)
    if (file.size > 0 && file.size + line.length > maxBytes) await rotate()
    const { handle, size } = file
    try {
      await handle.appendFile(line)
      if (fsync) await handle.datasync()
      file.size = size + line.length
    } catch (error) {
      // Half a line, on a full disk for instance, would spoil the next.
      await handle.truncate(size).catch(() => {})
      throw error
    }
  }

  return {
    name,
    deliver: (event, { signal }) =>
      inTurn(async () => {
        signal.throwIfAborted()
        await write(Buffer.from(`${JSON.stringify(event)}\n`))
      }),
    close: () => inTurn(closeFile),
  }
}

async function openFile(path: string, isEmptied = false): Promise<OpenFile> {
  const handle = await open(path, isEmptied ? 'w+' : 'a+')
  try {
    const { size } = await handle.stat()
    if (size === 0) return { handle, size }
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
    if (buffer.toString() === '\n') return { handle, size }
    await handle.appendFile('\n')
    return { handle, size: size + 1 }
  } catch (error) {
    await handle.close()
    throw error
  }
}

function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
