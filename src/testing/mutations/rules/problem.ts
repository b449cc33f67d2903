import type { ClientErrorCode, ClientErrorEntry } from '../../errors/operation-failure.js'

/** What is wrong with an input; the attribute is missing where the record itself is. */
export interface Problem {
  readonly code: ClientErrorCode
  readonly attribute?: string
}

/** Problems of one input as the vendor lists them: one entry per code. */
export function entriesOf(problems: readonly Problem[], index: number | undefined): ClientErrorEntry[] {
  const byCode = new Map<ClientErrorCode, Set<string>>()
  for (const { code, attribute } of problems) {
    const attributes = byCode.get(code) ?? new Set()
    if (attribute !== undefined) attributes.add(attribute)
    byCode.set(code, attributes)
  }
  return [...byCode].map(([code, attributes]) => ({
    code,
    param: {
      ...(index !== undefined && { index }),
      ...(attributes.size > 0 && { attributes: [...attributes] }),
    },
  }))
}
