import type { TableName } from './tables.js'

/** Kinds of records that a span of time can change; talk and notes are kept by ticket. */
export type ChangedName = TableName | 'Note' | 'TicketConversation'

export type ChangedRows = ReadonlyMap<ChangedName, ReadonlySet<object>>

export interface Changes {
  readonly created: ChangedRows
  readonly updated: ChangedRows
  readonly deleted: ChangedRows
}

/** Notes what changes while it is open; closed, it notes nothing. */
export interface Ledger {
  open(): void
  close(): Changes
  created(name: ChangedName, row: object): void
  updated(name: ChangedName, row: object): void
  deleted(name: ChangedName, row: object): void
}

type Book = Map<ChangedName, Set<object>>

function write(book: Book, name: ChangedName, row: object): void {
  const rows = book.get(name)
  if (rows === undefined) book.set(name, new Set([row]))
  else rows.add(row)
}

export function createLedger(): Ledger {
  let isOpen = false
  let books: { created: Book; updated: Book; deleted: Book }
  const turnPage = () => {
    books = { created: new Map(), updated: new Map(), deleted: new Map() }
  }
  turnPage()
  return {
    open: () => {
      isOpen = true
    },
    close: () => {
      const changes = books
      isOpen = false
      turnPage()
      return changes
    },
    created: (name, row) => {
      if (isOpen) write(books.created, name, row)
    },
    updated: (name, row) => {
      const isKnown = books.created.get(name)?.has(row) === true || books.deleted.get(name)?.has(row) === true
      if (isOpen && !isKnown) write(books.updated, name, row)
    },
    deleted: (name, row) => {
      if (!isOpen) return
      books.updated.get(name)?.delete(row)
      // What came and went within the span was never seen from outside.
      if (books.created.get(name)?.delete(row) !== true) write(books.deleted, name, row)
    },
  }
}
