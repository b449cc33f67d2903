import type { Snapshot } from '../streams/snapshot.js'

/** Answers and parts of them that are kept for one snapshot; the oldest give way. */
const mostKept = 200

/** Makes a value once for a snapshot and key. */
export type SnapshotCache = (snapshot: Snapshot) => <Value>(key: string, make: () => Value) => Value

/** Values are kept as long as the snapshot that they were made of. */
export function snapshotCache(): SnapshotCache {
  const bySnapshot = new WeakMap<Snapshot, Map<string, unknown>>()
  return (snapshot) => {
    const kept = bySnapshot.get(snapshot) ?? new Map<string, unknown>()
    bySnapshot.set(snapshot, kept)
    return <Value>(key: string, make: () => Value) => {
      // A key always stands for the same kind of value.
      if (kept.has(key)) return kept.get(key) as Value
      const value = make()
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return value
    }
  }
}
