import { finished, Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { expect, received } from '../../option-checks.js'
import type { FormFile } from './multipart.js'

/** Bytes, or text that is sent as UTF-8; streams are sent as they are read, never held as a whole. */
export type FileContent =
  | Uint8Array
  | string
  | Blob
  | Readable
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>

export interface UploadFile {
  readonly name: string
  readonly content: FileContent
  /** @defaultValue the type of a Blob, else 'application/octet-stream' */
  readonly type?: string
  /** Bytes of a stream, when known: the request then has a length, and progress a total. */
  readonly size?: number
}

/** A file that was checked and is ready to be sent. */
export interface Content extends FormFile {
  /** Whether it can be read again. */
  readonly replayable: boolean
  /** Ends a stream that was not read to its end. */
  dispose(): void
}

const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[\t\x20-\x7e]*)?$/

/** @throws TypeError naming what of the file is wrong; never its name. */
export function contentOf(file: UploadFile, index: number): () => Content {
  const at = `files[${index}]`
  expect(typeof file === 'object' && file !== null, at, 'a file { name, content }', file)
  const { name, content, type, size } = file
  expect(typeof name === 'string' && name !== '', `${at}.name`, 'a text that is not blank', name)
  const known = knownSize(content)
  const isStream = known === undefined && typeof content === 'object' && content !== null && isRead(content)
  expect(
    known !== undefined || isStream,
    `${at}.content`,
    'a Uint8Array, string, Blob, Readable, ReadableStream or AsyncIterable',
    content,
  )
  const typeFits = type === undefined || (typeof type === 'string' && mediaType.test(type))
  expect(typeFits, `${at}.type`, 'a media type such as image/png', type)
  const sizeFits = size === undefined || (Number.isSafeInteger(size) && size >= 0)
  expect(sizeFits, `${at}.size`, 'a number of bytes', size)
  if (known !== undefined && size !== undefined && size !== known)
    throw new TypeError(`${at}.size: expected ${known}, as long as the content, received ${size}`)
  const blobType = content instanceof Blob && mediaType.test(content.type) ? content.type : undefined
  const described = { name, type: type ?? blobType ?? 'application/octet-stream' }
  return () =>
    known === undefined
      ? { ...described, size, ...readOnce(content as StreamContent) }
      : { ...described, size: known, ...readAgain(content as Uint8Array | string | Blob) }
}

type StreamContent = Exclude<FileContent, Uint8Array | string | Blob>

/** Undefined for streams. */
function knownSize(content: unknown): number | undefined {
  if (typeof content === 'string') return Buffer.byteLength(content)
  if (content instanceof Uint8Array) return content.length
  return content instanceof Blob ? content.size : undefined
}

const isRead = (content: object) => isWebStream(content) || Symbol.asyncIterator in content

const isWebStream = (content: object): content is ReadableStream<Uint8Array> =>
  typeof (content as { getReader?: unknown }).getReader === 'function'

const readAgain = (
  content: Uint8Array | string | Blob,
): Pick<Content, 'open' | 'replayable' | 'dispose'> => ({
  replayable: true,
  open: () => {
    if (content instanceof Blob) return chunksOf(fromWeb(content.stream()))
    return [typeof content === 'string' ? Buffer.from(content) : content]
  },
  dispose: () => {},
})

function readOnce(content: StreamContent): Pick<Content, 'open' | 'replayable' | 'dispose'> {
  const stream =
    content instanceof Readable ? content : isWebStream(content) ? fromWeb(content) : Readable.from(content)
  // A stream that fails while the call waits in the queue must not end the process; reading it tells.
  finished(stream, () => {})
  return { replayable: false, open: () => chunksOf(stream), dispose: () => stream.destroy() }
}

// The type of the DOM and that of Node differ in name only.
const fromWeb = (stream: ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as NodeReadableStream<Uint8Array>, { objectMode: true })

async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of stream as AsyncIterable<unknown>) {
    if (chunk instanceof Uint8Array) yield chunk
    else if (typeof chunk === 'string') yield Buffer.from(chunk)
    else throw new TypeError(`content: expected chunks of bytes, received ${received(chunk)}`)
  }
}
