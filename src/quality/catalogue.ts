import { crossEntityRules } from './cross-entity.js'
import type { AssessedEntity } from './data.js'
import { referenceListRules } from './reference-lists.js'
import type { EntityRule, RuleDefinition } from './rule.js'
import { alertRules } from './rules/alert.js'
import { assetRules } from './rules/asset.js'
import { clientRules } from './rules/client.js'
import { clientContractRules } from './rules/client-contract.js'
import { clientSiteRules } from './rules/client-site.js'
import { clientUserRules } from './rules/client-user.js'
import { invoiceRules } from './rules/invoice.js'
import { invoiceItemRules } from './rules/invoice-item.js'
import { serviceItemRules } from './rules/service-item.js'
import { taskRules } from './rules/task.js'
import { technicianRules } from './rules/technician.js'
import { ticketRules } from './rules/ticket.js'
import { ticketConversationRules } from './rules/ticket-conversation.js'
import { worklogEntryRules } from './rules/worklog-entry.js'

/** Goes up with every change of rules, weights or scores. */
export const rulesVersion = '1'

export const rulesByEntity: { readonly [Entity in AssessedEntity]: readonly EntityRule<Entity>[] } =
  Object.freeze({
    ticket: ticketRules,
    client: clientRules,
    clientSite: clientSiteRules,
    clientUser: clientUserRules,
    technician: technicianRules,
    worklogEntry: worklogEntryRules,
    ticketConversation: ticketConversationRules,
    invoice: invoiceRules,
    invoiceItem: invoiceItemRules,
    clientContract: clientContractRules,
    asset: assetRules,
    alert: alertRules,
    task: taskRules,
    serviceItem: serviceItemRules,
  })

/** The built-in rules as data, by entity: id, dimension, severity and the predicate in words. */
export const qualityRules: readonly RuleDefinition[] = Object.freeze(
  [...Object.values(rulesByEntity).flat(), ...referenceListRules, ...crossEntityRules].map(
    ({ id, entity, dimension, severity, text }) => Object.freeze({ id, entity, dimension, severity, text }),
  ),
)
