import { InternalFailure } from '../errors/operation-failure.js'
import type { QuirkName } from '../quirks.js'
import type { Input, Scene } from '../scene.js'
import { isRow } from './write-record.js'

/** Fields of an answer that fail live. */
const failingFields: Readonly<Record<string, { quirk: QuirkName; fields: readonly string[] }>> = {
  createTicketConversation: {
    quirk: 'newConversationFieldsFail',
    fields: ['toUsers', 'ccUsers', 'bccUsers', 'attachments'],
  },
  createTicketNote: { quirk: 'newConversationFieldsFail', fields: ['attachments'] },
  updateClientUser: {
    quirk: 'updatedClientUserFieldsFail',
    fields: ['reportingManager', 'site', 'role', 'client'],
  },
}

/** Fails a write whose answer cannot be read; what it wrote stays written, as the failure is one of reading. */
export function failAnswer(operation: string, selects: (path: string) => boolean, { quirks }: Scene): void {
  const failing = failingFields[operation]
  if (failing === undefined || !quirks[failing.quirk]) return
  const field = failing.fields.find(selects)
  if (field !== undefined)
    throw new InternalFailure(`${operation}: ${field} cannot be selected in the answer`)
}

function articleFault({ content, loginRequired, visibility }: Input): string | undefined {
  if (loginRequired === false && !/<html[\s>]/i.test(String(content)))
    return 'an article without login needs a whole HTML document'
  const added = isRow(visibility) && Array.isArray(visibility.added) ? (visibility.added as unknown[]) : []
  if (added.length === 0) return 'visibility.added is empty'
  const isPartial = (share: unknown) =>
    isRow(share) &&
    share.portalType === 'TECHNICIAN' &&
    (share.userSharedType == null || share.groupSharedType == null)
  return added.some(isPartial) ? 'a TECHNICIAN share needs userSharedType and groupSharedType' : undefined
}

/** Fails writes that fail live before they change anything. */
export function failWrite(operation: string, argument: unknown, { quirks }: Scene): void {
  if (operation !== 'createKbArticle' || !quirks.kbArticleFails || !isRow(argument)) return
  const fault = articleFault(argument)
  if (fault !== undefined) throw new InternalFailure(`createKbArticle: ${fault}`)
}
