import type { ReportSource } from '../report/report-model.js'
import { paint, type Style } from './style.js'
import { wrap } from './wrap.js'

/** Says that what follows is no data of a real tenant. */
export function mockLine({ seed, insteadOf }: ReportSource, style: Style): string {
  const why = insteadOf === undefined ? 'SUPEROPS_API_KEY is not set' : `${insteadOf} cannot be reached`
  const words = `Embedded mock tenant, seed ${seed}: ${why}.`.split(' ')
  return `${wrap([paint(style, 'mock', ' MOCK DATA '), ...words], ' ', style.width).join('\n')}\n`
}
