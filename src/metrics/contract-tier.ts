import type { ContractFacts } from './contracts.js'
import type { Settings } from './settings.js'

/** From the best one down. */
const LEVELS = ['platinum', 'gold', 'silver', 'bronze'] as const
const TYPES = [
  ['USAGE', 'usage'],
  ['TIME_AND_MATERIAL', 'timeAndMaterial'],
  ['ONE_TIME', 'oneTime'],
] as const

/** Every tier that is not declared. */
export const contractTiers: readonly string[] = Object.freeze([
  ...LEVELS,
  ...TYPES.map(([, tier]) => tier),
  'none',
])

/**
 * C19: `ctx.tierByClientId`, else `none` without active contract, else the best of platinum, gold, silver and bronze
 * that is a word of an active contract's name, else by C18 (10 000 platinum, 5000 gold, 1500 silver, above 0 bronze;
 * `ctx.thresholds.contractTier`), else by contract type: usage, timeAndMaterial, oneTime; else `none`.
 */
export function contractTier(
  clientId: string,
  active: readonly ContractFacts[],
  monthlyRecurringRevenue: number | null,
  { ctx, thresholds }: Settings,
): string {
  const declared = ctx.tierByClientId
  const own = declared !== undefined && Object.hasOwn(declared, clientId) ? declared[clientId] : undefined
  if (own !== undefined) return own
  if (active.length === 0) return 'none'
  return (
    namedTier(active) ??
    tierOfRevenue(monthlyRecurringRevenue ?? 0, thresholds.contractTier) ??
    TYPES.find(([type]) => active.some((contract) => contract.type === type))?.[1] ??
    'none'
  )
}

function namedTier(active: readonly ContractFacts[]): string | undefined {
  const words = new Set(active.flatMap(({ name }) => name.split(/[^\p{L}\p{N}]+/u)))
  return LEVELS.find((level) => words.has(level))
}

function tierOfRevenue(
  revenue: number,
  { platinum, gold, silver }: Settings['thresholds']['contractTier'],
): string | undefined {
  if (revenue >= platinum) return 'platinum'
  if (revenue >= gold) return 'gold'
  if (revenue >= silver) return 'silver'
  return revenue > 0 ? 'bronze' : undefined
}
