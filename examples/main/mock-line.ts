import { paint, type Style } from './render/style.js'
import type { ReportSource } from './report/report-model.js'

/** Says that the data are not those of a tenant, and why. */
export function mockLine({ seed, insteadOf }: ReportSource, style: Style): string {
  const why = insteadOf === undefined ? 'SUPEROPS_API_KEY is not set' : `${insteadOf} cannot be reached`
  return `${paint(style, 'mock', ' MOCK DATA ')} Embedded mock tenant, seed ${seed}: ${why}.\n`
}
