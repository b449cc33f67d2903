import type { WorldState } from '../world/world.js'
import { articleContentOf } from './article-content.js'
import { generatedBytes, typeOfFile } from './generated-bytes.js'

export interface FileAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** Uploads and downloads, which are REST beside the GraphQL endpoint. */
export interface Files {
  upload(contentType: string, body: Uint8Array): Promise<FileAnswer>
  download(query: URLSearchParams): FileAnswer
  clear(): void
}

interface StoredFile {
  readonly bytes: Uint8Array
  readonly type: string
}

const modules = { attachment: 'TICKET_CONVERSATION_ATTACHMENT', article: 'KB_ARTICLE_CONTENT' } as const

const nothing = (status: number): FileAnswer => ({ status, headers: {}, body: '' })
const file = (body: string | Uint8Array, type: string): FileAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
})

/** The object that a JSON text holds: empty for no text, undefined for anything else. */
function detailsOf(text: unknown): Record<string, unknown> | undefined {
  if (text === null || text === '') return {}
  if (typeof text !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

async function formOf(contentType: string, body: Uint8Array): Promise<FormData | undefined> {
  try {
    return await new Response(Buffer.from(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    return undefined
  }
}

/** `a.png`, and for a second one `a-1.png`: downloads go by name. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? []
  let free = name
  for (let copy = 1; taken.has(free); copy++) free = `${stem}-${copy}${ending}`
  return free
}

export function createFiles(world: () => WorldState): Files {
  const stored = new Map<string, StoredFile>()

  async function upload(contentType: string, body: Uint8Array): Promise<FileAnswer> {
    const form = await formOf(contentType, body)
    const details = detailsOf(form?.get('details') ?? null)
    const files = (form?.getAll('files') ?? []).filter((entry) => typeof entry !== 'string')
    const isModule = Object.values<unknown>(modules).includes(form?.get('module'))
    if (!isModule || details === undefined || files.length === 0) return nothing(400)
    const { ticketId } = details
    if (ticketId !== undefined && world().tables.Ticket.get(String(ticketId)) === undefined)
      return nothing(404)
    const data = []
    for (const entry of files) {
      const fileName = freeName(entry.name, stored)
      const type = entry.type === '' ? typeOfFile(fileName) : entry.type
      stored.set(fileName, { bytes: new Uint8Array(await entry.arrayBuffer()), type })
      data.push({ fileName, originalFileName: entry.name, fileSize: entry.size })
    }
    return file(JSON.stringify({ data, errors: null }), 'application/json')
  }

  function attachment({ ticketId, conversationId, fileName }: Record<string, unknown>): FileAnswer {
    const { conversations, notes } = world()
    const id = String(ticketId)
    const said = conversations.get(id)?.find((entry) => entry.conversationId === String(conversationId))
    const noted = notes.get(id)?.find((entry) => entry.noteId === String(conversationId))
    const found = (said ?? noted)?.attachments?.find((entry) => entry?.fileName === fileName)
    if (found === undefined || found === null) return nothing(404)
    const known = stored.get(found.fileName)
    return known === undefined
      ? file(
          generatedBytes(`${String(conversationId)}/${found.fileName}`, Number(found.fileSize) || 0),
          typeOfFile(found.fileName),
        )
      : file(known.bytes, known.type)
  }

  function article({ kbArticleId }: Record<string, unknown>): FileAnswer {
    const item = world().tables.KbItem.get(String(kbArticleId))
    if (item?.itemType !== 'KB_ARTICLE') return nothing(404)
    const content = articleContentOf(item) ?? `<h1>${item.name ?? ''}</h1><p>${item.description ?? ''}</p>`
    return file(content, 'text/html; charset=utf-8')
  }

  return {
    upload,
    download: (query) => {
      const details = detailsOf(query.get('details'))
      if (details === undefined) return nothing(400)
      if (query.get('module') === modules.attachment) return attachment(details)
      return query.get('module') === modules.article ? article(details) : nothing(400)
    },
    clear: () => stored.clear(),
  }
}
