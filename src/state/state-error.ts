/** What kept state cannot be used; nothing of it was overwritten. */
export class StateError extends Error {
  override readonly name = 'StateError'
  readonly kind = 'state'
  /** `corrupt`: no text that this package wrote. */
  readonly reason: 'newer-format' | 'other-tenant' | 'corrupt'
  /** Of the entry, never its value. */
  readonly key: string

  constructor(reason: StateError['reason'], key: string, what: string) {
    super(`state at '${key}': ${what}`)
    this.reason = reason
    this.key = key
  }
}
