import type { RuleDefinition } from '@superhack/superops/quality'

/** What the rules of a kind have in common, and those that have it in no word. */
const kinds: readonly (readonly [kind: string, dimension: string, text: RegExp, ids: readonly string[]])[] = [
  ['orphanReference', 'integrity', /\bexists?\b/, []],
  ['duplicateId', 'uniqueness', /^\w*id occurs once$/i, []],
  ['unsafeId', 'validity', /^ids safe$|safe integers/, []],
  ['impossibleDate', 'validity', /\bparses?\b|real dates/, []],
  ['futureTimestamp', 'timeliness', /now \+ skew|future/, []],
  ['invalidEmailDomainOrZone', 'validity', /e-mails? |host name|timezoneCode/, []],
  ['flagContradictsTimes', 'consistency', /Violated =|^overdue =/, []],
  ['negativeDuration', '', /^$/, ['TKT-17', 'TKT-18', 'TSK-10', 'INV-14']],
  ['dueBeforeCreated', '', /^$/, ['TKT-20', 'INV-13']],
  ['resolutionContradictsStatus', '', /^$/, ['TKT-22', 'TKT-23', 'TSK-05']],
  ['stale', '', /^$/, ['TKT-28', 'WKL-25', 'AST-20', 'INV-25']],
  ['amountsDoNotAddUp', '', /^$/, ['INV-18', 'ITM-10', 'ITM-11']],
]

/** The kinds of anomaly that a failed rule is one of: none, or one. */
export const anomalyKindsOf = ({
  id,
  dimension,
  text,
}: Pick<RuleDefinition, 'id' | 'dimension' | 'text'>): string[] =>
  kinds.flatMap(([kind, of, words, ids]) =>
    ids.includes(id) || (dimension === of && words.test(text)) ? kind : [],
  )
