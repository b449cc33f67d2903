/** Codes of `extensions.clientError` that the vendor documents. */
export type ClientErrorCode =
  | 'forbidden'
  | 'rate_limit_exceeded'
  | 'subscription_trial_expired'
  | 'subscription_paused'
  | 'subscription_cancelled'
  | 'type_validation_failed'
  | 'mandatory_validation_failed'
  | 'value_length_exceeds_limit'
  | 'referred_value_does_not_exist'
  | 'value_pattern_validation_failed'
  | 'dependent_validation_failed'
  | 'unique_validation_failed'
  | 'entity_does_not_exist'

export interface ClientErrorParam {
  /** Place in a list input, from 1. */
  readonly index?: number
  readonly attributes?: readonly string[]
}

export interface ClientErrorEntry {
  readonly code: ClientErrorCode
  readonly param: ClientErrorParam
}

/** A refusal that the vendor reports with codes, inside HTTP 200. */
export class ClientFailure extends Error {
  readonly entries: readonly ClientErrorEntry[]
  constructor(code: ClientErrorCode, param: ClientErrorParam = {}, more: readonly ClientErrorEntry[] = []) {
    super(code)
    this.name = 'ClientFailure'
    this.entries = [{ code, param }, ...more]
  }
}

/** What the vendor answers with its generic text; the reason stays in the mock. */
export class InternalFailure extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'InternalFailure'
  }
}
