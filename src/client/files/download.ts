import { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { AxiosResponse } from 'axios'
import * as E from 'fp-ts/lib/Either.js'
import type { ConversationId, KbItemId, TicketId } from '../../entities/generated/types.js'
import type { SuperOpsError } from '../../errors.js'
import { atLeast, oneOf } from '../../option-checks.js'
import type { Call } from '../call.js'
import { readBody } from '../envelope.js'
import { errorOf, executeCall } from '../execute.js'
import type { ResolvedOptions } from '../options.js'
import { dataOf } from './answer.js'
import { type BodyOptions, fileBody, type Incoming, tooLarge } from './body.js'
import type { SettleTransfer, TransferOptions } from './transfer-options.js'

/** What to download: an attachment of a conversation, or the text of an article. */
export type DownloadTarget =
  | {
      readonly module: 'TICKET_CONVERSATION_ATTACHMENT'
      readonly ticketId: TicketId
      readonly conversationId: ConversationId
      /** As the attachment has it, not `originalFileName`. */
      readonly fileName: string
      readonly kbArticleId?: never
    }
  | {
      readonly module: 'KB_ARTICLE_CONTENT'
      readonly kbArticleId: KbItemId
      readonly ticketId?: never
      readonly conversationId?: never
      readonly fileName?: never
    }

export interface DownloadOptions extends TransferOptions {
  /** A longer file ends with an `http` error. @defaultValue none; `bytes` and `text` hold at most `maxResponseBytes` */
  readonly maxBytes?: number
}

export interface FileDownload {
  /**
   * The file as it comes. Fails with a `SuperOpsError`; a body that ends well is complete. One that nobody
   * begins to read within `timeoutMs` is given up; `destroy()` one that is not wanted.
   */
  readonly body: Readable
  readonly contentType: string | null
  /** In bytes; null when SuperOps did not tell, or sent the file compressed. */
  readonly contentLength: number | null
  /** Reads all of the body. */
  bytes(): Promise<Uint8Array>
  /** Reads all of the body as UTF-8. */
  text(): Promise<string>
}

/** Names of the details that each module asks for. */
const details = {
  TICKET_CONVERSATION_ATTACHMENT: ['ticketId', 'conversationId', 'fileName'],
  KB_ARTICLE_CONTENT: ['kbArticleId'],
} as const

function targetOf(target: DownloadTarget): string {
  const module = oneOf('module', target.module, ['TICKET_CONVERSATION_ATTACHMENT', 'KB_ARTICLE_CONTENT'])
  const named = Object.fromEntries(
    details[module].map((name) => {
      const value: unknown = (target as Readonly<Record<string, unknown>>)[name]
      if (typeof value === 'string' && value !== '') return [name, value]
      throw new TypeError(
        `${name}: expected a text that is not blank, received ${value === '' ? 'a blank text' : typeof value}`,
      )
    }),
  )
  return `/download?${new URLSearchParams({ module, details: JSON.stringify(named) })}`
}

export async function download(
  settle: SettleTransfer,
  target: DownloadTarget,
  { maxBytes, onProgress, ...bounds }: DownloadOptions,
): Promise<E.Either<SuperOpsError, FileDownload>> {
  const path = targetOf(target)
  if (maxBytes !== undefined) atLeast('maxBytes', maxBytes, 1)
  const { execution, settings } = settle(bounds)
  return executeCall(execution, { operation: 'download', kind: 'query', ...settings }, async (call) => {
    let file: FileDownload | undefined
    const response = await execution.transport.transfer(call, {
      method: 'get',
      target: path,
      headers: { 'Accept-Encoding': 'identity' },
      transfer: {
        receive: async (answer, cancel) => {
          const read = await readAnswer(answer, cancel)
          if (typeof read === 'string') return read
          file = openFile(read, answer, call, execution.options, { maxBytes, onProgress })
          return ''
        },
      },
    })
    if (file !== undefined) return E.right(file)
    const refused = dataOf(response, call)
    if (E.isLeft(refused)) return refused
    return E.left(errorOf(call, new Error('no file')))
  })()
}

/** Errors are short; a longer body is a file, or not worth reading. */
const longestError = 16 * 1024

/** Text of an answer that is an error, or a file that is still to be read. */
async function readAnswer(
  response: AxiosResponse<unknown>,
  cancelRequest: () => void,
): Promise<string | Incoming> {
  const { status, headers, data } = response
  const source = data instanceof Readable ? data : Readable.fromWeb(streamOf(data))
  // What comes before somebody reads is told by the reading.
  source.on('error', () => {})
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  // By the request: the stream of `fetch` waits for its next chunk before it lets go.
  const cancel = () => {
    cancelRequest()
    source.destroy()
  }
  const isFile =
    status === 200 &&
    (headers['content-disposition'] !== undefined || !/json/i.test(String(headers['content-type'] ?? 'json')))
  if (isFile) return { source, chunks, head, cancel }
  let length = 0
  let ended = false
  while (!ended && length <= longestError) {
    const { done, value } = await chunks.next()
    if (done) ended = true
    else {
      head.push(value)
      length += value.length
    }
  }
  const text = Buffer.concat(head).toString()
  if (status === 200 && !(ended && isError({ ...response, data: text })))
    return { source, chunks, head, cancel }
  if (!ended) cancel()
  return text
}

const streamOf = (data: unknown): NodeReadableStream<Uint8Array> =>
  (data ??
    new ReadableStream({ start: (controller) => controller.close() })) as NodeReadableStream<Uint8Array>

/** A file may be JSON too: only an envelope with errors and without data is one of SuperOps. */
function isError(response: AxiosResponse<string>): boolean {
  const body = readBody(response)
  if (body.kind === 'failure' || body.errors.length === 0) return false
  return Object.values(Object(body.data)).every((value) => value === null)
}

function openFile(
  incoming: Incoming,
  { headers, data }: AxiosResponse<unknown>,
  call: Call,
  options: ResolvedOptions,
  { maxBytes, onProgress }: Omit<BodyOptions, 'contentLength'>,
): FileDownload {
  const type: unknown = headers['content-type']
  const length = Number(headers['content-length'] ?? Number.NaN)
  // Node's adapter decodes: it puts a stream in place of the message and drops the header that says so.
  const isDecoded =
    headers['content-encoding'] !== undefined ||
    (data instanceof Readable && !(data instanceof IncomingMessage))
  const contentLength = Number.isSafeInteger(length) && !isDecoded ? length : null
  if (maxBytes !== undefined && contentLength !== null && contentLength > maxBytes) {
    incoming.cancel()
    call.failure = tooLarge('maxBytes', maxBytes)
    throw new Error('too large')
  }
  const body = fileBody(incoming, call, options, { contentLength, maxBytes, onProgress })
  const bytes = async () => {
    const most = maxBytes ?? options.maxResponseBytes
    const parts: Uint8Array[] = []
    let held = 0
    for await (const part of body as AsyncIterable<Uint8Array>) {
      held += part.length
      if (held > most) throw errorOf(call, undefined, tooLarge('maxResponseBytes', most))
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  }
  return {
    body,
    contentType: typeof type === 'string' ? type : null,
    contentLength,
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
  }
}
