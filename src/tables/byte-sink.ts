import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A file that is written from its start to its end. */
export interface ByteSink {
  /** Takes a piece; resolves when the next one may come. */
  write(piece: string | Uint8Array): Promise<void>
  /** Ends the file and puts it on disk. */
  end(): Promise<void>
  /** Closes it as it is. */
  abandon(): Promise<void>
}

/** Opens a file to be written anew, compressed when asked for. */
export async function openSink(file: string, gzip: boolean): Promise<ByteSink> {
  const handle = await open(file, 'w')
  return gzip ? gzipSink(handle) : plainSink(handle)
}

const plainSink = (handle: FileHandle): ByteSink => ({
  write: (piece) => handle.appendFile(piece),
  end: async () => {
    await handle.sync()
    await handle.close()
  },
  abandon: () => handle.close(),
})

function gzipSink(handle: FileHandle): ByteSink {
  const gzip = createGzip()
  const written = pipeline(gzip, async (pieces) => {
    for await (const piece of pieces) await handle.appendFile(piece)
  })
  // Told by the next call, which waits for it.
  written.catch(() => {})
  return {
    write: (piece) =>
      new Promise((resolve, reject) => {
        gzip.write(piece, (error) => (error ? written.then(() => reject(error), reject) : resolve()))
      }),
    end: async () => {
      gzip.end()
      await written
      await handle.sync()
      await handle.close()
    },
    abandon: async () => {
      gzip.destroy()
      await written.catch(() => {})
      await handle.close()
    },
  }
}
