import { emailKey } from './email-syntax.js'
import type { QualityScope } from './scope.js'
import { repeated } from './unique.js'

const repeatedAddresses = (scope: QualityScope): ReadonlySet<string> =>
  repeated(
    [...(scope.records('technician') ?? []), ...(scope.records('clientUser') ?? [])].map(({ email }) =>
      emailKey(email),
    ),
  )

/** Whether no other technician or client user has the address; null without one. */
export const occursOnceAmongPeople = (key: string | null, scope: QualityScope): boolean | null =>
  key === null ? null : !scope.once(repeatedAddresses).has(key)
