/** One rule of a contract, for any test runner. */
export interface ContractCase {
  /** A sentence about behaviour. */
  readonly title: string
  /** Rejects when the rule is broken. */
  run(): Promise<void>
}
