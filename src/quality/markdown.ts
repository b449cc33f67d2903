import type { DatasetQuality, QualityReport, RuleResult } from './report.js'

const row = (cells: readonly (string | number | null)[]): string =>
  `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`

function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): readonly string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row), '']
}

/** Ids are free texts of the tenant: nothing in one may end its cell or begin markup. */
const idCell = (ids: readonly string[]): string =>
  ids.map((id) => id.replace(/[^\w.:-]/g, (character) => `&#${character.codePointAt(0)};`)).join(', ')

const percent = (ratio: number | null): string | null =>
  ratio === null ? null : `${(ratio * 100).toFixed(2)} %`

const isFound = ({ status }: RuleResult): boolean => status === 'warn' || status === 'fail'

/**
 * A quality report as Markdown: scores per entity, the rules that warn or fail, the fields that are not always filled.
 *
 * Ids and counts only, as the report itself.
 */
export function qualityToMarkdown(report: DatasetQuality): string {
  const entities = Object.values(report.byEntity)
  const found = report.crossEntity.filter(isFound)
  return [
    `# Data quality for ${report.generatedFor}`,
    '',
    `Overall ${scoreText(report.overallScore, report.overallGrade)}; rules version ${report.rulesVersion}.`,
    '',
    ...table(
      ['entity', 'records', 'score', 'grade', 'completeness', 'rules failed', 'warned', 'not evaluated'],
      entities.map((entity) => [
        entity.entity,
        entity.recordCount,
        entity.datasetScore,
        entity.datasetGrade,
        entity.completenessScore,
        countOf(entity, 'fail'),
        countOf(entity, 'warn'),
        countOf(entity, 'notEvaluated'),
      ]),
    ),
    ...entities.flatMap(entitySection),
    ...(found.length === 0 ? [] : ['## Across entities', '', ...rulesTable(found)]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

const scoreText = (score: number | null, grade: string | null): string =>
  score === null ? 'without score' : `${score} (${grade})`

const countOf = ({ rules }: QualityReport, status: RuleResult['status']): number =>
  rules.filter((rule) => rule.status === status).length

function entitySection(report: QualityReport): readonly string[] {
  const found = report.rules.filter(isFound)
  const gaps = Object.entries(report.fieldCompleteness).filter(([, { ratio }]) => ratio !== null && ratio < 1)
  const { fetchedAt, timeRange, truncated } = report.limits
  return [
    `## ${report.entity}`,
    '',
    `${report.recordCount} records${timeRange === null ? '' : ` from ${timeRange.from} to ${timeRange.to}`}` +
      `${fetchedAt === null ? '' : `, fetched ${fetchedAt}`}${truncated ? ', only in part' : ''}.`,
    '',
    ...(found.length === 0 ? [] : rulesTable(found)),
    ...(gaps.length === 0
      ? []
      : table(
          ['field', 'filled', 'expected', 'share'],
          gaps.map(([name, { filled, expected, ratio }]) => [
            name.replaceAll('|', ' or '),
            filled,
            expected,
            percent(ratio),
          ]),
        )),
  ]
}

const rulesTable = (rules: readonly RuleResult[]): readonly string[] =>
  table(
    ['rule', 'status', 'severity', 'failed', 'of', 'share', 'samples'],
    rules.map(({ ruleId, status, severity, failed, applicable, failRatio, sampleIds }) => [
      ruleId,
      status,
      severity,
      failed,
      applicable,
      percent(failRatio),
      idCell(sampleIds) || null,
    ]),
  )
