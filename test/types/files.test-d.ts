import type { Readable } from 'node:stream'
import type { Client, CreateAttachmentInput, NoteId, TicketId } from '@superhack/superops'

declare const superops: Client
declare const ticketId: TicketId
declare const noteId: NoteId
declare const stream: Readable
declare const web: ReadableStream<Uint8Array>

const attachments = { module: 'TICKET_CONVERSATION_ATTACHMENT' } as const

export async function uploads(): Promise<CreateAttachmentInput[]> {
  await superops.files.upload([{ name: 'a', content: stream, size: 3 }], { ...attachments, ticketId })
  await superops.files.upload([{ name: 'a', content: web }], attachments)
  // @ts-expect-error a file without content
  await superops.files.upload([{ name: 'a' }], attachments)
  // @ts-expect-error content of another kind
  await superops.files.upload([{ name: 'a', content: 7 }], attachments)
  // @ts-expect-error no module
  await superops.files.upload([], {})
  // @ts-expect-error articles are not uploaded
  await superops.files.upload([], { module: 'KB_ARTICLE_CONTENT' })
  // @ts-expect-error the id of another entity
  await superops.files.upload([], { ...attachments, ticketId: noteId })
  return [...(await superops.files.upload([{ name: 'a', content: 'x' }], attachments))]
}

export async function downloads(): Promise<Readable> {
  await superops.files.download({ module: 'KB_ARTICLE_CONTENT', kbArticleId: '1' }, { maxBytes: 1 })
  // @ts-expect-error an attachment without its file name
  await superops.files.download({ ...attachments, ticketId, conversationId: '1' })
  // @ts-expect-error an article of a ticket
  await superops.files.download({ module: 'KB_ARTICLE_CONTENT', kbArticleId: '1', ticketId })
  // @ts-expect-error a ticket's file by the id of an article
  await superops.files.download({ ...attachments, kbArticleId: '1' })
  return (await superops.files.download({ ...attachments, ticketId, conversationId: '1', fileName: 'a' }))
    .body
}
