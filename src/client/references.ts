import type { OperationName } from '../entities/operation.js'
import type { FieldNames } from '../entities/selection.js'
import type { ErrorKind } from '../errors.js'
import type { RowOf } from './collections.js'
import type { CallOptions } from './faces.js'
import type { PickedRow } from './picked-row.js'
import type { ReferenceCaches, ReferenceSource } from './read-references.js'

export interface ReferenceRow {
  readonly query: OperationName
  /** Fields that are read, where rows hold more than a look-up needs. */
  readonly pick?: FieldNames
}

const role = ['roleId', 'name', 'description', 'roleType'] as const

/** Small lists that other rows refer to and that seldom change. */
export const references = {
  statuses: { query: 'getStatusList' },
  priorities: { query: 'getPriorityList' },
  impacts: { query: 'getImpactList' },
  urgencies: { query: 'getUrgencyList' },
  categories: { query: 'getCategoryList' },
  causes: { query: 'getCauseList' },
  resolutionCodes: { query: 'getResolutionCodeList' },
  slas: { query: 'getSLAList' },
  ticketCustomFields: { query: 'getTicketCustomFieldList' },
  clientCustomFields: { query: 'getClientCustomFieldList' },
  workStatuses: { query: 'getWorkStatusList' },
  clientStages: { query: 'getClientStageList' },
  holidayLists: { query: 'getHolidayList' },
  paymentMethods: { query: 'getPaymentMethodList' },
  paymentTerms: { query: 'getPaymentTermList' },
  serviceCategories: { query: 'getServiceCategoryList' },
  deviceCategories: { query: 'getDeviceCategories' },
  itDocumentationCategories: { query: 'getItDocumentationCategories' },
  technicians: { query: 'getTechnicianList', pick: ['userId', 'name'] },
  technicianGroups: { query: 'getTechnicianGroupList' },
  teams: { query: 'getTeamList' },
  designations: { query: 'getDesignationList' },
  businessFunctions: { query: 'getBusinessFunctionList' },
  technicianRoles: { query: 'getTechnicianRoleList', pick: role },
  requesterRoles: { query: 'getRequesterRoleList', pick: role },
} as const satisfies Record<string, ReferenceRow>

export type ReferenceName = keyof typeof references

type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> }

/** Row of a reference list; shared by all callers and frozen. */
export type Reference<Name extends ReferenceName> = Frozen<
  (typeof references)[Name] extends {
    query: infer Query extends OperationName
    pick: readonly (infer Picked)[]
  }
    ? PickedRow<RowOf<Query>, Picked>
    : RowOf<(typeof references)[Name]['query']>
>

/** Reference lists, each read once and kept for `referenceTtlMs`; copies of a client share them. */
export type References = {
  /** All rows; callers at the same time share one reading, which ends when the last of them aborts. */
  readonly [Name in ReferenceName]: (
    options?: Pick<CallOptions, 'signal' | 'deadlineMs'>,
  ) => Promise<readonly Reference<Name>[]>
} & {
  /** How long ago a list was read; undefined when none is kept. */
  ageMs(name: ReferenceName): number | undefined
  /** Forgets one list, or all: the next call reads it. */
  clear(name?: ReferenceName): void
}

/** Rows that were served although they had expired, since reading them again failed. */
export interface StaleReference {
  readonly reference: ReferenceName
  readonly ageMs: number
  readonly error: ErrorKind
}

const referenceNames = Object.keys(references) as ReferenceName[]

/** What copies of a client share; filled when the first reference is read. */
export interface ReferenceShelf {
  caches?: ReferenceCaches
}

/** What reads and keeps references is loaded when the first one is. */
export function referenceFace(shelf: ReferenceShelf, source: ReferenceSource): References {
  const read = async (name: ReferenceName, given: CallOptions = {}) => {
    const { readReference, referenceCaches } = await import('./read-references.js')
    shelf.caches ??= referenceCaches(source)
    return readReference(shelf.caches, name, source, given)
  }
  const faces = referenceNames.map((name) => [name, (given?: CallOptions) => read(name, given)])
  return {
    ...Object.fromEntries(faces),
    ageMs: (name) => shelf.caches?.[source.settingsOf({}).origin].last(name)?.ageMs,
    clear: (name) => {
      shelf.caches?.live.clear(name)
      shelf.caches?.mock.clear(name)
    },
  } as References
}
