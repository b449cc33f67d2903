/**
 * Behaviours of live tenants by name, with their default; false gives what schema and reference promise.
 *
 * Evidence and exact answers: docs/mock-tenant.md.
 */
export const quirkDefaults = Object.freeze({
  /** HTTP 400 without body when the header CustomerSubDomain is missing or wrong. */
  subdomainHeader: true,
  /** HTTP 401 without body for a missing or wrong token. */
  bearerToken: true,
  /** `hasMore` is null on the last page; else false. */
  hasMoreNullOnLastPage: true,
  /** Unsorted tickets come in a stable order that is not newest first; else newest first. */
  unsortedTicketOrder: true,
  /** `ServiceItem.salesTax.totalRate` fails inside. */
  salesTaxRateFails: true,
  /** Assets cannot be sorted by `lastCommunicatedTime`. */
  assetSortFails: true,
  /** `primaryMac` and `patchStatus` of unmonitored assets fail inside. */
  unmonitoredAssetFieldsFail: true,
  /** `getAssetCustomFields` needs its input. */
  assetCustomFieldsNeedInput: true,
  /** `OfferedItem.type` is null now and then. */
  offeredItemTypeNull: true,
  /** `Task.module` of project tasks cannot be serialised. */
  projectTaskModuleFails: true,
  /** Unknown operators fail inside; else they are a client error. */
  unknownOperatorFails: true,
  /** Every date operator fails inside, as on one tenant. */
  dateOperatorsFail: false,
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
  /** People of several clients show neither client nor site. */
  severalClientsHideClient: true,
})

export type QuirkName = keyof typeof quirkDefaults
export type Quirks = Readonly<Record<QuirkName, boolean>>
