import type { Environment } from '@superhack/superops'

/** Where a command reads its surroundings from and writes to. */
export interface Terminal {
  readonly env: Environment
  readonly stdout: Output
  readonly stderr: Output
}

/** What `process.stdout` has of use here. */
export interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}
