/** Codes of `extensions.clientError` that the vendor documents. */
export type ClientErrorCode =
  | 'forbidden'
  | 'rate_limit_exceeded'
  | 'type_validation_failed'
  | 'mandatory_validation_failed'
  | 'value_length_exceeds_limit'
  | 'referred_value_does_not_exist'
  | 'value_pattern_validation_failed'
  | 'dependent_validation_failed'
  | 'unique_validation_failed'
  | 'entity_does_not_exist'

export interface ClientErrorParam {
  readonly attributes?: readonly string[]
  readonly index?: number
}

/** A refusal that the vendor reports with codes, inside HTTP 200. */
export class ClientFailure extends Error {
  readonly code: ClientErrorCode
  readonly param: ClientErrorParam
  constructor(code: ClientErrorCode, param: ClientErrorParam = {}) {
    super(code)
    this.name = 'ClientFailure'
    this.code = code
    this.param = param
  }
}

/** What the vendor answers with its generic text; the reason stays in the mock. */
export class InternalFailure extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'InternalFailure'
  }
}
