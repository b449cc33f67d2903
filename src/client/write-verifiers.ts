import type { Operations } from '../entities/generated/operations.js'
import type {
  Client,
  Note,
  Ticket,
  TicketConversation,
  WorkItemIdentifierInput,
  WorklogEntry,
} from '../entities/generated/types.js'
import type { MutationName } from '../entities/operation.js'
import { agreementOf } from './agreement.js'
import type { Queries } from './faces.js'

/** What a look at the tenant says about a write of unknown outcome. */
export type Verdict<Result> =
  | { readonly outcome: 'applied'; readonly result: Result }
  /** It is not there now. */
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'unknown' }

export interface WriteVerifier<Name extends MutationName> {
  /** Read before the write, where a new record cannot be told from an older one otherwise. */
  before?(query: Queries, variables: Operations[Name]['variables']): Promise<unknown>
  after(
    query: Queries,
    variables: Operations[Name]['variables'],
    before: unknown,
  ): Promise<Verdict<Operations[Name]['result']>>
}

type Row = Readonly<Record<string, unknown>>
const absent = { outcome: 'absent' } as const
const unknown = { outcome: 'unknown' } as const

/** A record that exists: its present values tell. */
function changed<Name extends MutationName>(
  key: string,
  read: (query: Queries, variables: Operations[Name]['variables']) => Promise<Operations[Name]['result']>,
): WriteVerifier<Name> {
  return {
    after: async (query, variables) => {
      const row = await read(query, variables)
      const { [key]: _, ...written } = (variables as unknown as { input: Row }).input
      const agreement = row === null ? 'unseen' : agreementOf(written, row as unknown as Row)
      if (agreement === 'unseen') return unknown
      return agreement === 'agrees' ? { outcome: 'applied', result: row } : absent
    },
  }
}

interface Newest<Item> {
  readonly rows: readonly Item[]
  /** False when more rows may follow: then absence is only proven by a row that was known before. */
  readonly whole: boolean
}

interface CreatedRows<Item> {
  readonly key: keyof Item & string
  read(query: Queries, input: Row): Promise<Newest<Item>>
  /** Names of the input that the row shows otherwise, or not at all. */
  readonly apart?: readonly string[]
}

/** New records: those that were not there before and hold what was written, one for each input. */
function created<Item extends object>({ key, read, apart = [] }: CreatedRows<Item>) {
  const keysOf = (rows: readonly Item[]) => new Set<unknown>(rows.map((row) => row[key]))
  const agrees = (input: Row, row: Item) => {
    const written = Object.entries(input).filter(([name]) => !apart.includes(name))
    return agreementOf(Object.fromEntries(written), row as Row) === 'agrees'
  }
  return {
    before: async (query: Queries, input: Row) => keysOf((await read(query, input)).rows),
    after: async (query: Queries, inputs: readonly Row[], before: unknown): Promise<Verdict<Item[]>> => {
      const known = before as ReadonlySet<unknown>
      const { rows, whole } = await read(query, inputs[0] ?? {})
      const fresh = rows.filter((row) => !known.has(row[key]))
      const found = inputs.map((input) => fresh.filter((row) => agrees(input, row)))
      if (found.every((candidates) => candidates.length === 0))
        return whole || fresh.length < rows.length ? absent : unknown
      // Twins cannot be told apart.
      const result = found.flatMap((candidates) => (candidates.length === 1 ? candidates : []))
      return keysOf(result).size === inputs.length ? { outcome: 'applied', result } : unknown
    },
  }
}

function createdOne<Name extends MutationName, Item extends object>(
  rows: CreatedRows<Item>,
): WriteVerifier<Name> {
  const verifier = created(rows)
  const inputOf = (variables: unknown) => (variables as { input: Row }).input
  return {
    before: (query, variables) => verifier.before(query, inputOf(variables)),
    after: async (query, variables, before) => {
      const verdict = await verifier.after(query, [inputOf(variables)], before)
      if (verdict.outcome !== 'applied') return verdict
      return { outcome: 'applied', result: verdict.result[0] as Operations[Name]['result'] }
    },
  }
}

const present = <Item>(rows: readonly (Item | null)[] | null | undefined): Item[] =>
  (rows ?? []).filter((row) => row !== null)

const ticketOf = (input: Row) => ({ ticketId: (input.ticket as { ticketId: string }).ticketId })

const clientRows: CreatedRows<Client> = {
  key: 'accountId',
  read: async (query, { name }) => {
    const condition = { attribute: 'name', operator: 'is', value: name }
    const page = await query.getClientList({ input: { page: 1, pageSize: 100, condition } })
    return { rows: present(page?.clients), whole: page?.listInfo?.hasMore !== true }
  },
  apart: ['hqSite'],
}

const ticketRows: CreatedRows<Ticket> = {
  key: 'ticketId',
  read: async (query, input) => {
    // With a time of its own it need not be among the newest.
    if (input.createdTime !== undefined && input.createdTime !== null) return { rows: [], whole: false }
    const sort = [{ attribute: 'createdTime', order: 'DESC' as const }]
    const page = await query.getTicketList({ input: { page: 1, pageSize: 50, sort } })
    return { rows: present(page?.tickets), whole: page?.listInfo?.hasMore !== true }
  },
}

const noteRows: CreatedRows<Note> = {
  key: 'noteId',
  read: async (query, input) => ({
    rows: present(await query.getTicketNoteList({ input: ticketOf(input) })),
    whole: true,
  }),
}

const conversationRows: CreatedRows<TicketConversation> = {
  key: 'conversationId',
  read: async (query, input) => ({
    rows: present(await query.getTicketConversationList({ input: ticketOf(input) })),
    whole: true,
  }),
  apart: ['toUsers', 'ccUsers', 'bccUsers'],
}

const worklogs = created<WorklogEntry>({
  key: 'itemId',
  read: async (query, { workItem }) => {
    const { workId, module } = workItem as WorkItemIdentifierInput
    const condition = { attribute: 'workItem.workId', operator: 'is', value: workId }
    const listInfo = { page: 1, pageSize: 100, condition }
    const page = await query.getWorklogEntries({ input: { module, listInfo } })
    return { rows: present(page?.entries), whole: page?.listInfo?.hasMore !== true }
  },
})

/** Ready verifiers; `verify: true` compiles for these operations and no others. */
export const writeVerifiers = {
  createClient: createdOne<'createClient', Client>(clientRows),
  createClientV2: createdOne<'createClientV2', Client>(clientRows),
  createTicket: createdOne<'createTicket', Ticket>(ticketRows),
  createTicketConversation: createdOne<'createTicketConversation', TicketConversation>(conversationRows),
  createTicketNote: createdOne<'createTicketNote', Note>(noteRows),
  createWorklogEntries: {
    before: async (query, { input }) =>
      input[0] === undefined ? new Set() : worklogs.before(query, { ...input[0] }),
    after: (query, { input }, before) =>
      worklogs.after(
        query,
        input.map((entry) => ({ ...entry })),
        before,
      ),
  },
  updateClient: changed<'updateClient'>('accountId', (query, { input: { accountId } }) =>
    query.getClient({ input: { accountId } }),
  ),
  updateTicket: changed<'updateTicket'>('ticketId', (query, { input: { ticketId } }) =>
    query.getTicket({ input: { ticketId } }),
  ),
} satisfies { readonly [Name in MutationName]?: WriteVerifier<Name> }

export type VerifiedMutation = keyof typeof writeVerifiers
