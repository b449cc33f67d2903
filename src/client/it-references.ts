import { bothReferences } from './both-references.js'
import type { ReferenceRow } from './surface.js'

export const itReferences = {
  departments: { query: 'getDepartmentList' },
  ...bothReferences,
} as const satisfies Record<string, ReferenceRow>
