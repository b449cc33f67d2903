/** What kept state cannot be used; nothing of it was overwritten. */
export class StateError extends Error {
  override readonly name = 'StateError'
  readonly kind = 'state'
  /** `corrupt`: no text that this package wrote; `in-use`: another run is under way. */
  readonly reason: 'newer-format' | 'other-tenant' | 'corrupt' | 'in-use'
  /** Of the entry, never its value; of `in-use` the tenant. */
  readonly key: string

  constructor(reason: StateError['reason'], key: string, what: string) {
    super(`state at '${key}': ${what}`)
    this.reason = reason
    this.key = key
  }
}
