/** Why a delivery failed. */
export type WebhookFailure = 'blocked-address' | 'network' | 'redirect' | 'status' | 'timeout'

/**
 * A delivery that an endpoint did not take. It names the host alone: paths and queries of webhooks hold secrets.
 */
export class WebhookError extends Error {
  override readonly name = 'WebhookError'
  readonly reason: WebhookFailure
  /** Of HTTP, when there was an answer. */
  readonly status: number | undefined

  constructor(reason: WebhookFailure, host: string, what: string, status?: number) {
    super(`webhook to ${host}: ${what}`)
    this.reason = reason
    this.status = status
  }
}
