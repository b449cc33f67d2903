/** A file as it goes into a form. */
export interface FormFile {
  readonly name: string
  readonly type: string
  /** In bytes; undefined when it is not known beforehand. */
  readonly size: number | undefined
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export interface Multipart {
  readonly contentType: string
  /** In bytes; undefined when that of a file is not known. */
  readonly length: number | undefined
  /** The encoded form, read from the files as it is pulled; `onBytes` is told what of a file was taken. */
  encode(onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array, void, undefined>
}

const text = new TextEncoder()
const pieceBytes = 64 * 1024

/** As browsers escape them; RFC 7578 asks for UTF-8 and leaves the rest open. */
const quoted = (name: string): string =>
  `"${name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22')}"`

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes)
}

/** A form of text fields and files, none of which is held as a whole; `encode` throws what a file throws. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  fileField: string,
  files: readonly FormFile[],
): Multipart {
  const boundary = `----superops-${crypto.randomUUID()}`
  const partHead = (disposition: string, type?: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`
  const opening = text.encode(
    Object.entries(fields)
      .map(([name, value]) => `${partHead(`name=${quoted(name)}`)}${value}\r\n`)
      .join(''),
  )
  const lineEnd = text.encode('\r\n')
  const closing = text.encode(`--${boundary}--\r\n`)
  const parts = files.map((file) => ({
    file,
    head: text.encode(partHead(`name=${quoted(fileField)}; filename=${quoted(file.name)}`, file.type)),
  }))
  const length = parts.reduce<number | undefined>(
    (sum, { file, head }) =>
      sum === undefined || file.size === undefined
        ? undefined
        : sum + head.length + file.size + lineEnd.length,
    opening.length + closing.length,
  )

  async function* encode(onBytes: (bytes: number) => void) {
    yield opening
    for (const { file, head } of parts) {
      yield head
      for await (const chunk of file.open()) {
        for (const piece of pieces(chunk)) {
          yield piece
          onBytes(piece.length)
        }
      }
      yield lineEnd
    }
    yield closing
  }

  return { contentType: `multipart/form-data; boundary=${boundary}`, length, encode }
}
