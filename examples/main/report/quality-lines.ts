import {
  assessQuality,
  type QualityContext,
  type QualityData,
  qualityRules,
} from '@superhack/superops/quality'

export interface QualityLine {
  readonly ruleId: string
  readonly severity: string
  readonly failed: number
  readonly applicable: number
  /** What must hold. */
  readonly rule: string
}

export interface QualityLines {
  readonly score: number | null
  readonly grade: string | null
  /** The worst findings: by severity, then by the share of records that fail. */
  readonly lines: readonly QualityLine[]
  readonly more: number
}

const shown = 6
const severities = ['critical', 'error', 'warning']

export function qualityLines(data: QualityData, ctx: QualityContext): QualityLines {
  const { overallScore, overallGrade, byEntity } = assessQuality(data, ctx)
  const texts = new Map(qualityRules.map(({ id, text }) => [id, text]))
  const findings = Object.values(byEntity)
    .flatMap((report) => report?.rules ?? [])
    .filter(({ failed, severity }) => failed > 0 && severities.includes(severity))
    .map(({ ruleId, severity, failed, applicable }) => ({
      ruleId,
      severity,
      failed,
      applicable,
      rule: texts.get(ruleId) ?? '',
    }))
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.failed / b.applicable - a.failed / a.applicable ||
        a.ruleId.localeCompare(b.ruleId, 'en'),
    )
  return {
    score: overallScore,
    grade: overallGrade,
    lines: findings.slice(0, shown),
    more: Math.max(0, findings.length - shown),
  }
}
