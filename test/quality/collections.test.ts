import { type AssessedEntity, assessQuality, type QualityData } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx } from './world.js'

/** Entity, its collection, the field of its id, and whether it has a report of its own. */
const places = [
  ['ticket', 'tickets', 'ticketId', true],
  ['client', 'clients', 'accountId', true],
  ['clientSite', 'sites', 'id', true],
  ['clientUser', 'clientUsers', 'userId', true],
  ['technician', 'technicians', 'userId', true],
  ['worklogEntry', 'worklogs', 'itemId', true],
  ['ticketConversation', 'conversationsByTicketId', 'conversationId', true],
  ['invoice', 'invoices', 'invoiceId', true],
  ['invoiceItem', 'invoiceItems', 'itemId', true],
  ['clientContract', 'contracts', 'contractId', true],
  ['asset', 'assets', 'assetId', true],
  ['alert', 'alerts', 'id', true],
  ['task', 'tasks', 'taskId', true],
  ['serviceItem', 'serviceItems', 'itemId', true],
  ['sla', 'slas', 'id', false],
  ['technicianGroup', 'techGroups', 'groupId', false],
  ['role', 'roles', 'roleId', false],
  ['holidayList', 'holidayLists', 'id', false],
  ['status', 'statuses', 'id', false],
  ['priority', 'priorities', 'id', false],
  ['category', 'categories', 'id', false],
  ['clientStage', 'clientStages', 'stageId', false],
] as const

const given = (collection: string, rows: readonly object[]): QualityData =>
  asData({ [collection]: collection === 'conversationsByTicketId' ? { 1: rows } : rows })

test.each(places)('records of %s lie in %s, told apart by %s', (entity, collection, idKey, isAssessed) => {
  const rows = ['a', 'b', 'b'].map((id, at) => ({ [idKey]: id, at }))
  const { byEntity, crossEntity } = assessQuality(given(collection, rows), ctx)
  expect(Object.keys(byEntity)).toEqual(isAssessed ? [entity] : [])
  const [, twice] = crossEntity.find(({ ruleId }) => ruleId === 'XEN-02')?.parts ?? []
  expect(twice).toEqual({
    name: `${entity}.conflict`,
    severity: 'error',
    applicable: 3,
    failed: 1,
    status: 'fail',
  })
  const ofLists = crossEntity.filter(({ ruleId }) => ruleId.startsWith('REF'))
  expect(ofLists.map(({ parts }) => parts?.[0]?.name)).toEqual(isAssessed ? [] : Array(12).fill(entity))
  if (!isAssessed) return
  const report = byEntity[entity as AssessedEntity]
  expect(report?.recordCount).toBe(3)
  expect(report?.limits.collectionsLoaded).toEqual([collection])
})

test.each(places)('how records of %s came is told by that name', (entity, collection) => {
  const provenance = {
    [entity]: { totalCount: 5, complete: false, fetchedAt: ctx.now, repeatedIds: ['a', 'b', 'c'] },
  }
  const { crossEntity } = assessQuality({ ...given(collection, []), provenance }, ctx)
  const [moved] = crossEntity.find(({ ruleId }) => ruleId === 'XEN-02')?.parts ?? []
  expect(moved).toMatchObject({ name: `${entity}.overlap`, applicable: 3, failed: 3, status: 'warn' })
})
