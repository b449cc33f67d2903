import type { TicketFacts } from './facts.js'

/**
 * T29: weight of its priority rank (1: 2, 2: 1.5, 3: 1, 4: 0.75, none: 1) × weight of its request type (incident 1,
 * service request 0.75, other 1); `ctx.thresholds.complexityWeight`. Never null.
 */
export function complexityWeight({ settings, priorityRank, requestClass }: TicketFacts): number {
  const { priority, requestType } = settings.thresholds.complexityWeight
  return priority[priorityRank ?? 'none'] * requestType[requestClass ?? 'other']
}
