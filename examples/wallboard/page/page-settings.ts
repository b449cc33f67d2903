/** What the server says to the page. */
export interface PageSettings {
  /** Name of the desk, beside the title. */
  readonly name: string
  /** Of the mock tenant. */
  readonly seed: number | null
  /** Path of the document. */
  readonly board: string
  /** Path of the WebSocket. */
  readonly stream: string
  /** Address of a ticket, with `{ticketId}`; ids are no links without it. */
  readonly ticketUrl: string | null
  /** Changes when the page does. */
  readonly build: string
}
