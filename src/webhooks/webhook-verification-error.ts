export type VerificationFailure =
  | 'missing-header'
  | 'malformed-timestamp'
  | 'too-old'
  | 'too-new'
  | 'wrong-signature'

const advice: Readonly<Record<VerificationFailure, string>> = {
  'missing-header': 'webhook-id, webhook-timestamp or webhook-signature is missing or doubled',
  'malformed-timestamp': 'webhook-timestamp is not a number of seconds',
  'too-old': 'its timestamp is too old; compare the clocks of both sides',
  'too-new': 'its timestamp lies in the future; compare the clocks of both sides',
  'wrong-signature': 'no signature fits; check the secret, and that the raw body is verified',
}

/** A webhook that is not to be trusted; answer 401 and tell the sender nothing more. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
  readonly reason: VerificationFailure

  constructor(reason: VerificationFailure) {
    super(`the webhook was refused: ${advice[reason]}`)
    this.reason = reason
  }
}
