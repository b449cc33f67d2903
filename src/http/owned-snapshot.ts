import { indexMetricsData } from '../metrics/scope.js'
import type { Snapshot } from '../streams/snapshot.js'
import { isOf, type Owners, ownerParameters } from './record-owner.js'

/** A snapshot that knows only the tickets, and the technicians, of the owners that are asked for. */
export function ownedSnapshot(snapshot: Snapshot, owners: Owners): Snapshot {
  if (ownerParameters.every((parameter) => owners[parameter] === undefined)) return snapshot
  const { origin, context } = snapshot
  const { tickets, technicians, ...others } = snapshot.data
  const data = {
    ...others,
    tickets: tickets?.filter(isOf('tickets', owners)),
    // Who works for a client is told by its tickets alone.
    technicians: owners.client === undefined ? technicians?.filter(isOf('technicians', owners)) : [],
  }
  return { origin, context, data, index: indexMetricsData(data, context) }
}
