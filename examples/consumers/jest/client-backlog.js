/** Unresolved tickets per client, by name. */
export async function clientBacklog(superops) {
  const backlog = new Map()
  const where = { attribute: 'status', operator: 'notIncludes', value: ['Resolved', 'Closed'] }
  for await (const { client } of superops.tickets.list({ where, pick: ['client'] })) {
    const name = client?.name ?? 'no client'
    backlog.set(name, (backlog.get(name) ?? 0) + 1)
  }
  return backlog
}
