/**
 * Writes the tables of docs/metrics.md from the catalogues of definitions.
 * `npm run docs:metrics` writes, `npm run docs:metrics -- --check` fails when the page differs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as metrics from '@superhack/superops/metrics'

type Catalogue = readonly metrics.MetricDefinition[]

export const PAGE = fileURLToPath(new URL('../docs/metrics.md', import.meta.url))

const END = '<!-- /metrics -->'
const startOf = (name: string) => `<!-- metrics:${name} -->`

/** Every exported catalogue by its name without `MetricsCatalogue`: `ticket`, `technician`, `portfolio`, … */
export const catalogues: Readonly<Record<string, Catalogue>> = Object.fromEntries(
  Object.entries(metrics)
    .filter(([name]) => name.endsWith('Catalogue'))
    .map(([name, catalogue]) => [name.replace(/(Metrics)?Catalogue$/, ''), catalogue as Catalogue]),
)

/** The page with its tables as the catalogues are; throws when a catalogue has no place in it. */
export function withTables(page: string, tables: Readonly<Record<string, Catalogue>> = catalogues): string {
  const cited = new Set(Object.values(tables).flatMap((rows) => rows.flatMap(({ sources }) => sources)))
  let text = page
  for (const [name, rows] of Object.entries(tables)) text = fill(text, name, table(rows))
  return fill(text, 'sources', sourceList([...cited].sort((a, b) => a - b)))
}

function fill(page: string, name: string, content: string): string {
  const start = page.indexOf(startOf(name))
  const end = page.indexOf(END, start)
  if (start < 0 || end < 0)
    throw new Error(`docs/metrics.md: put ${startOf(name)} and ${END} where the table of ${name} belongs.`)
  return `${page.slice(0, start)}${startOf(name)}\n${content}\n${page.slice(end)}`
}

function table(rows: Catalogue): string {
  const head = ['id', 'field', 'formula', 'unit', 'null when', 'basis', 'source']
  const body = rows.map(({ id, field, formula, unit, nullWhen, basis, sources }) => [
    id ?? '–',
    `\`${field}\``,
    formula,
    unit,
    nullWhen,
    basis,
    sources.map((number) => `[${number}]`).join(' ') || '–',
  ])
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function sourceList(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      const source = metrics.metricSources[number]
      if (source === undefined) throw new Error(`metricSources has no source ${number}.`)
      return `- [${number}] ${source}`
    })
    .join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = readFileSync(PAGE, 'utf8')
  const written = withTables(page)
  if (!process.argv.includes('--check')) writeFileSync(PAGE, written)
  else if (written !== page) {
    console.error('docs/metrics.md differs from the catalogues: run npm run docs:metrics')
    process.exitCode = 1
  }
}
