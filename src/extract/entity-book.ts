import type { StateChange } from '../state/state-store.js'
import type { ExtractedEntity } from './entities.js'
import type { EntityState, ExtractionState } from './extraction-state.js'

/** What is kept of one entity, as a run goes on; what changes is written with the batch it belongs to. */
export class EntityBook {
  readonly entity: ExtractedEntity
  readonly state: ExtractionState
  #entry: EntityState

  constructor(state: ExtractionState, entity: ExtractedEntity, entry: EntityState) {
    this.state = state
    this.entity = entity
    this.#entry = entry
  }

  get entry(): EntityState {
    return this.#entry
  }

  /** Start of the observation; in the first reading nothing was observed yet. */
  get since(): string {
    return this.#entry.since ?? '9999'
  }

  get fieldSets(): EntityState['fieldSets'] {
    return this.#entry.fieldSets
  }

  /** Number of a set of field names, which is added when it is new. */
  fieldSet(names: readonly string[]): number {
    const text = names.join()
    const found = this.#entry.fieldSets.findIndex((set) => set.join() === text)
    if (found >= 0) return found
    this.update({ fieldSets: [...this.#entry.fieldSets, names] })
    return this.#entry.fieldSets.length - 1
  }

  update(changes: { readonly [Name in keyof EntityState]?: EntityState[Name] | undefined }): void {
    const entries = Object.entries({ ...this.#entry, ...changes }).filter(([, value]) => value !== undefined)
    this.#entry = Object.fromEntries(entries) as unknown as EntityState
  }

  write = (): StateChange => this.state.putEntity(this.entity, this.#entry)
}
