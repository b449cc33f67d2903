/**
 * Behaviours of live tenants by name, with their default; false gives what schema and reference promise.
 *
 * Evidence and exact answers: docs/mock-tenant.md.
 */
export const quirkDefaults = Object.freeze({
  /** HTTP 400 without body when the header CustomerSubDomain is missing or wrong; else it is not looked at. */
  subdomainHeader: true,
  /** HTTP 401 without body for a missing or wrong token; else it is not looked at. */
  bearerToken: true,
  /** `hasMore` is null on the last page; else false. */
  hasMoreNullOnLastPage: true,
  /** `totalCount` is a number; else text, as the reference prints it. */
  totalCountNumber: true,
  /** Unsorted tickets come in a stable order that is not newest first; else newest first. */
  unsortedTicketOrder: true,
  /** `SubSelectionNotAllowed` in the words of graphql-java; else in those of graphql-js. */
  subSelectionNotAllowedText: true,
  /** `SubSelectionRequired`, likewise. */
  subSelectionRequiredText: true,
  /** `FieldUndefined`, as for `createNote`, likewise. */
  fieldUndefinedText: true,
  /** `VariableTypeMismatch`, as for a `ListInfoInput` given to `getTaskList`, likewise. */
  variableTypeMismatchText: true,
  /** Keys that an input does not have, as `field` and `eq` in a condition, likewise. */
  unknownInputKeyText: true,
  /** `ServiceItem.salesTax.totalRate` fails inside in the list. */
  salesTaxRateFails: true,
  /** Assets cannot be sorted by `lastCommunicatedTime`. */
  assetSortFails: true,
  /** `primaryMac` and `patchStatus` of unmonitored assets fail inside. */
  unmonitoredAssetFieldsFail: true,
  /** `getAssetCustomFields` needs its input. */
  assetCustomFieldsNeedInput: true,
  /** `OfferedItem.type` is null now and then; else it is `WORK` there. */
  offeredItemTypeNull: true,
  /** `Task.module` of project tasks cannot be serialised; else it is null. */
  projectTaskModuleFails: true,
  /** Unknown operators fail inside; else they are a client error. */
  unknownOperatorFails: true,
  /** Every date operator fails inside, as on one tenant. */
  dateOperatorsFail: false,
  /** `sort` may be one object instead of a list; else that is a validation error. */
  singleSortObject: true,
  /** `getTicketNoteList` of a ticket without notes is `[]`; else null. */
  emptyNoteList: true,
  /** The opening text of a ticket is a conversation of type `DESCRIPTION`; else one of type `REQ_REPLY`. */
  openingTextAsDescription: true,
  /** `createTicket` needs `requestType`. */
  requestTypeRequired: true,
  /** A closing status needs the fields that are mandatory on closure. */
  closureFieldsRequired: true,
  /** The technician of a ticket must belong to its group. */
  technicianInGroup: true,
  /** Recipients and attachments fail inside in the answers of new conversations and notes. */
  newConversationFieldsFail: true,
  /** `site`, `role`, `client` and `reportingManager` fail inside in the answer of `updateClientUser`. */
  updatedClientUserFieldsFail: true,
  /** `createKbArticle` fails inside for some valid articles. */
  kbArticleFails: true,
  /** People of several clients show neither client nor site; else those of their first association. */
  severalClientsHideClient: true,
  /** `__typename` at the root is answered; else it is an unknown field. */
  rootTypename: true,
  /** `__schema` and `__type` are answered; else they are unknown fields. */
  introspection: true,
})

export type QuirkName = keyof typeof quirkDefaults
export type Quirks = Readonly<Record<QuirkName, boolean>>
