/**
 * What records of the IT surface cannot hold, once departments stand for clients: rules and fields that
 * `ctx.quality.absent` takes.
 */
export const absentOnIt: readonly string[] = Object.freeze([
  'CLI-03',
  'CLI-04',
  'CLI-05',
  'CLI-06',
  'CLI-07',
  'SIT-04',
  'SVC-03',
  'client.stage',
  'client.status',
  'client.emailDomains',
  'client.primaryContact',
  'client.secondaryContact',
  'client.hqSite',
  'client.accountManager',
  'client.technicianGroups',
  'clientSite.client',
  'clientSite.hq',
  'technician.businessFunction',
  'serviceItem.quantityType',
])
