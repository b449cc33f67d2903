import type { DecodeIssue } from '../entities/decode.js'
import type { Warning } from './heal.js'
import type { OriginChange } from './origin-switch.js'
import type { StaleReference } from './references.js'

interface CallFacts {
  readonly operation: string
  /** Ours; the same for all attempts of a call. */
  readonly requestId: string
}

/** What a client tells while it works. No event carries a token, variables or rows. */
export interface ClientEvents {
  request: [CallFacts & { readonly attempt: number }]
  response: [
    CallFacts & {
      readonly attempt: number
      readonly ms: number
      readonly outcome: string
      readonly status?: number
    },
  ]
  retry: [CallFacts & { readonly attempt: number; readonly delayMs: number; readonly outcome: string }]
  /** The request limit refused a call; everything waits `pauseMs`. */
  throttled: [CallFacts & { readonly pauseMs: number }]
  page: [CallFacts & { readonly page: number; readonly rows: number; readonly totalCount: number | null }]
  issue: [CallFacts & DecodeIssue]
  /** A field was found to break answers; this client leaves it out from now on. */
  warning: [Warning]
  /** Reads meet another origin from now on. */
  fallback: [OriginChange]
  /** A reference list was served after its time, since reading it again failed. */
  stale: [StaleReference]
}
