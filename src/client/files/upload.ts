import { Readable } from 'node:stream'
import type { AxiosResponse } from 'axios'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Attachment, TicketId } from '../../entities/generated/types.js'
import { isRow } from '../../entities/row.js'
import { DecodeError, type SuperOpsError } from '../../errors.js'
import { oneOf, received } from '../../option-checks.js'
import type { Call } from '../call.js'
import { executeCall } from '../execute.js'
import { dataOf } from './answer.js'
import { type Content, contentOf, type UploadFile } from './content.js'
import { type FormFile, multipart } from './multipart.js'
import { progressOf } from './progress.js'
import type { SettleTransfer, TransferOptions } from './transfer-options.js'

export interface UploadOptions extends TransferOptions {
  readonly module: 'TICKET_CONVERSATION_ATTACHMENT'
  /** Of an existing ticket; absent for files of a ticket that is about to be created. */
  readonly ticketId?: TicketId
}

/** An uploaded file as `CreateAttachmentInput` takes it: `fileSize` is text. */
export type UploadedFile = Readonly<Attachment>

export async function upload(
  settle: SettleTransfer,
  files: readonly UploadFile[],
  options: UploadOptions,
): Promise<E.Either<SuperOpsError, readonly UploadedFile[]>> {
  const { module, ticketId, onProgress, ...bounds } = options
  oneOf('module', module, ['TICKET_CONVERSATION_ATTACHMENT'])
  // All are checked before any stream is taken.
  const contents = checkFiles(files).map((take) => take())
  try {
    const { execution, settings } = settle(bounds)
    const once = contents.some(({ replayable }) => !replayable)
    return await executeCall(
      execution,
      { operation: 'upload', kind: 'mutation', ...settings, once },
      async (call) => {
        const form = multipart(
          { module, ...(ticketId !== undefined && { details: JSON.stringify({ ticketId }) }) },
          'files',
          contents.map((content, index) => watched(content, index, call)),
        )
        const response = await execution.transport.transfer(call, {
          method: 'post',
          target: '/upload',
          headers: {
            'Content-Type': form.contentType,
            ...(form.length !== undefined && { 'Content-Length': String(form.length) }),
          },
          transfer: {
            open: (onMoved) => {
              const progress = progressOf(onProgress, totalOf(contents), execution.options.logger)
              const onBytes = (bytes: number) => {
                onMoved()
                progress(bytes)
              }
              return Readable.from(form.encode(onBytes), { objectMode: false })
            },
          },
        })
        return uploadedFiles(response, contents.length, call)
      },
    )()
  } finally {
    for (const content of contents) content.dispose()
  }
}

function checkFiles(files: readonly UploadFile[]): (() => Content)[] {
  if (!Array.isArray(files))
    throw new TypeError(`files: expected a list of files, received ${received(files)}`)
  if (files.length === 0) throw new TypeError('files: expected at least one file, received an empty list')
  return files.map(contentOf)
}

const totalOf = (contents: readonly Content[]): number | null =>
  contents.reduce<number | null>(
    (sum, { size }) => (sum === null || size === undefined ? null : sum + size),
    0,
  )

/** Content whose failures are told apart from those of the connection, and that is as long as it says. */
function watched(content: Content, index: number, call: Call): FormFile {
  const { size } = content
  async function* open() {
    try {
      let read = 0
      for await (const chunk of content.open()) {
        read += chunk.length
        if (size !== undefined && read > size) throw wrongSize(index, size, 'more')
        yield chunk
      }
      if (size !== undefined && read < size) throw wrongSize(index, size, `${read}`)
    } catch (cause) {
      call.failure ??= { kind: 'content', what: `the content of files[${index}] failed`, cause }
      throw cause
    }
  }
  return { ...content, open }
}

const wrongSize = (index: number, size: number, given: string) =>
  new TypeError(`files[${index}].size: expected ${size} bytes of content, received ${given}`)

/** An upload answers a number where attachments and their inputs have text. */
function uploadedFile(row: unknown): UploadedFile | undefined {
  if (!isRow(row)) return undefined
  const { fileName, originalFileName, fileSize } = row
  if (typeof fileName !== 'string' || typeof originalFileName !== 'string') return undefined
  if (typeof fileSize !== 'string' && typeof fileSize !== 'number') return undefined
  return { fileName, originalFileName, fileSize: String(fileSize) }
}

function uploadedFiles(
  response: AxiosResponse<string>,
  count: number,
  call: Call,
): E.Either<SuperOpsError, readonly UploadedFile[]> {
  return pipe(
    dataOf(response, call),
    E.chain((data): E.Either<SuperOpsError, readonly UploadedFile[]> => {
      const files = (Array.isArray(data) ? data : []).map(uploadedFile).filter((file) => file !== undefined)
      if (files.length === count) return E.right(files)
      const expected = `${count} with fileName, originalFileName and fileSize`
      const issue = {
        severity: 'shape',
        entity: 'Attachment',
        index: files.length,
        path: '',
        expected,
      } as const
      return E.left(new DecodeError(call.facts(false, { outcome: 'unknown' }), [issue]))
    }),
  )
}
