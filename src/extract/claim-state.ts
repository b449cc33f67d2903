import { StateError } from '../state/state-error.js'
import type { StateStore } from '../state/state-store.js'

const underWay = new WeakMap<StateStore, Set<string>>()

/**
 * Claims the state of a tenant until the answer is called: two runs side by side would write over what each other
 * knows. That no other process writes is the store's own affair.
 *
 * @throws StateError when another run of this process has it.
 */
export function claimState(store: StateStore, tenantId: string): () => void {
  const tenants = underWay.get(store) ?? new Set()
  if (tenants.has(tenantId))
    throw new StateError(
      'in-use',
      tenantId,
      'another run on it is under way in this process; let it end, or leave its batches',
    )
  underWay.set(store, tenants.add(tenantId))
  return () => tenants.delete(tenantId)
}
