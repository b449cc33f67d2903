import type { GatheredRows } from '@superhack/superops/extract'

/** Rows of one entity that do not fit the schema in one place. */
export interface IssueLine {
  readonly severity: 'shape' | 'value'
  readonly entity: string
  /** Empty for the row itself. */
  readonly path: string
  readonly expected: string
  readonly count: number
}

export function issueLines({ issues }: GatheredRows): IssueLine[] {
  const lines = new Map<string, IssueLine>()
  for (const { severity, collection: entity, path = '', expected = '' } of issues) {
    const key = [severity, entity, path, expected].join(' ')
    const count = (lines.get(key)?.count ?? 0) + 1
    lines.set(key, { severity, entity, path, expected, count })
  }
  return [...lines.values()].sort((a, b) => b.count - a.count || a.entity.localeCompare(b.entity, 'en'))
}
