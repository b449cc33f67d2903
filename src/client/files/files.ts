import { orThrow } from '../faces.js'
import type { UploadFile } from './content.js'
import type { DownloadOptions, DownloadTarget, FileDownload } from './download.js'
import type { SettleTransfer } from './transfer-options.js'
import type { UploadedFile, UploadOptions } from './upload.js'

/** Files beside the GraphQL endpoint, sent through the same limiter, middlewares and retries as calls. */
export interface Files {
  /**
   * Uploads files for a mutation to attach; answers one entry per file, in order.
   *
   * Sent once; bytes, texts and Blobs once more when they surely did not arrive. Streams are consumed, and
   * destroyed when the upload fails.
   *
   * @throws TypeError naming a file or option that is wrong.
   * @example
   * const attachments = await superops.files.upload(
   *   [{ name: 'screen.png', content: createReadStream('screen.png'), type: 'image/png' }],
   *   { module: 'TICKET_CONVERSATION_ATTACHMENT', ticketId },
   * )
   * await superops.mutation.createTicketConversation({
   *   input: { ticket: { ticketId }, content: 'See the file.', attachments: [...attachments] },
   * })
   */
  upload(files: readonly UploadFile[], options: UploadOptions): Promise<readonly UploadedFile[]>
  /**
   * Downloads an attachment or the text of an article; resolves when its body begins.
   *
   * @throws TypeError naming an option that is wrong.
   * @example
   * const { body } = await superops.files.download({
   *   module: 'TICKET_CONVERSATION_ATTACHMENT', ticketId, conversationId, fileName,
   * })
   * await pipeline(body, createWriteStream('screen.png'))
   */
  download(target: DownloadTarget, options?: DownloadOptions): Promise<FileDownload>
}

/** What moves files is loaded when the first one is. */
export const filesFace = (settle: SettleTransfer): Files => ({
  upload: async (files, options) => {
    const { upload } = await import('./upload.js')
    return orThrow(() => upload(settle, files, options))
  },
  download: async (target, options = {}) => {
    const { download } = await import('./download.js')
    return orThrow(() => download(settle, target, options))
  },
})
