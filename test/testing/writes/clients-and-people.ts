import { expect } from 'vitest'
import {
  associations,
  client,
  count,
  customField,
  fieldRead,
  fieldShown,
  first,
  getClient,
  is,
  linkOf,
  otherSite,
  type Row,
  site,
  total,
  user,
  type Write,
} from './write.js'

export const clientWrites: Readonly<Record<string, Write>> = {
  createClient: {
    input: () => ({ name: 'Nova', stage: 'Prospect' }),
    select: '{ accountId }',
    read: () => `{ getClientList(input: { ${is('name', 'Nova')} }) { clients { accountId stage status } } }`,
    shows: ({ accountId }) => ({
      getClientList: { clients: [{ accountId, stage: 'Prospect', status: 'New' }] },
    }),
  },
  createClientCustomField: {
    input: () => customField,
    select: '{ columnName }',
    read: fieldRead('COMPANY'),
    shows: fieldShown,
  },
  createClientSite: {
    input: (world) => ({
      name: 'Annex',
      working24x7: true,
      timezoneCode: 'Europe/Paris',
      client: client(world),
    }),
    select: '{ id }',
    read: ({ id }) => `{ getClientSite(input: { id: "${id}" }) { name hq timezoneCode } }`,
    shows: () => ({ getClientSite: { name: 'Annex', hq: false, timezoneCode: 'Europe/Paris' } }),
  },
  createClientUser: {
    input: (world) => ({
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: 'ana@nova.example',
      role: { roleId: '4' },
      addAssociations: [{ client: client(world), site: site(world) }],
    }),
    select: '{ userId }',
    read: ({ userId }) =>
      `{ getClientUser(input: { userId: "${userId}" }) { name client } getRequesterRoleList { roleUserList } }`,
    shows: ({ userId }, _, world) => ({
      getClientUser: { name: 'Ana Ruiz', client: client(world) },
      getRequesterRoleList: expect.arrayContaining([
        { roleUserList: expect.arrayContaining([{ userId, name: 'Ana Ruiz', email: 'ana@nova.example' }]) },
      ]),
    }),
  },
  createClientUserAssociations: {
    input: (world) => [
      {
        user: { userId: user(world)?.userId },
        site: { id: world.sites.at(-1)?.id },
        client: { accountId: world.sites.at(-1)?.client.accountId },
      },
    ],
    select: '{ id }',
    read: (_, input) =>
      `{ getClientUser(input: { userId: "${(first(input).user as Row).userId}" }) { client } }`,
    // Of two clients now, hence of none.
    shows: () => ({ getClientUser: { client: null } }),
  },
  createClientV2: {
    input: () => ({
      name: 'Nova',
      hqSite: { name: 'Austin', working24x7: true, timezoneCode: 'America/Chicago' },
    }),
    select: '{ accountId }',
    read: ({ accountId }) =>
      `{ getClient(input: { accountId: "${accountId}" }) { stage status hqSite } getClientSiteList(input: { clientId: "${accountId}" }) { sites { name hq } } }`,
    shows: () => ({
      getClient: { stage: 'Active', status: 'Paid', hqSite: { name: 'Austin' } },
      getClientSiteList: { sites: [{ name: 'Austin', hq: true }] },
    }),
  },
  createTechnician: {
    input: (world) => ({
      firstName: 'Kim',
      email: 'kim@example-msp.com',
      role: { roleId: '3' },
      addGroups: [{ groupId: world.technicianGroups[0]?.groupId }],
    }),
    select: '{ userId }',
    read: ({ userId }) =>
      `{ getTechnicianList(input: { ${is('userId', userId)} }) { userList { name groups } } }`,
    shows: (_, { addGroups }) => ({ getTechnicianList: { userList: [{ name: 'Kim', groups: addGroups }] } }),
  },
  deleteClientSites: {
    input: (world) => [{ id: otherSite(world)?.id }],
    read: (_, input) => `{ getClientSite(input: { id: "${first(input).id}" }) { name } }`,
    shows: () => ({ getClientSite: null }),
  },
  deleteClientUser: {
    input: (world) => ({ userId: user(world)?.userId }),
    read: (_, { userId }) => count('getClientUserAssociationList', 'user.userId', userId),
    shows: () => total('getClientUserAssociationList', 0),
  },
  deleteClientUserAssociations: {
    input: (world) => [{ id: linkOf(world)?.id }],
    read: (_, input) => associations(first(input).id),
    shows: () => ({ getClientUserAssociationList: { associations: [] } }),
  },
  deleteTechnician: {
    input: (world) => ({ userId: world.technicians[1]?.userId }),
    read: (_, { userId }) => count('getTechnicianList', 'userId', userId),
    shows: () => total('getTechnicianList', 0),
  },
  hardDeleteClients: {
    input: (world) => [{ accountId: world.clients.at(-1)?.accountId }],
    read: (_, input) => getClient(first(input).accountId),
    shows: () => ({ getClient: null }),
  },
  restoreClients: {
    after: (world) => [['softDeleteClients', [client(world)]]],
    input: (_, [trashed]) => trashed,
    read: (_, input) => getClient(first(input).accountId),
    shows: () => ({ getClient: { name: expect.any(String) } }),
  },
  softDeleteClients: {
    input: (world) => [client(world)],
    read: (_, input) => count('getClientList', 'accountId', first(input).accountId),
    shows: () => total('getClientList', 0),
  },
  updateClient: {
    input: (world) => ({ ...client(world), name: 'Renamed', stage: 'Inactive' }),
    select: '{ name }',
    read: (_, { accountId }) =>
      `{ getClient(input: { accountId: "${accountId}" }) { name stage status } getClientSiteList(input: { clientId: "${accountId}" }) { sites { client } } }`,
    shows: () => ({
      getClient: { name: 'Renamed', stage: 'Inactive', status: 'Left' },
      getClientSiteList: {
        sites: expect.arrayContaining([{ client: expect.objectContaining({ name: 'Renamed' }) }]),
      },
    }),
  },
  updateClientSite: {
    input: (world) => ({ id: otherSite(world)?.id, hq: true, city: 'Lyon' }),
    select: '{ id }',
    read: (_, { id }) =>
      `{ getClientSiteList(input: { listInfo: { ${is('hq', true)} } }) { sites { id city } } getClientSite(input: { id: "${id}" }) { name } getClientList(input: {}) { clients { hqSite } } }`,
    shows: (_, { id }, world) => ({
      // Still one per client, and the client names it.
      getClientSiteList: {
        sites: expect.toSatisfy(
          (sites: Row[]) =>
            sites.length === world.clients.length &&
            sites.some((row) => row.id === id && row.city === 'Lyon'),
        ),
      },
      getClientSite: { name: otherSite(world)?.name },
      getClientList: {
        clients: expect.arrayContaining([{ hqSite: { id, name: otherSite(world)?.name } }]),
      },
    }),
  },
  updateClientUser: {
    input: (world) => ({ userId: user(world)?.userId, lastName: 'Married', role: { roleId: '2' } }),
    select: '{ name }',
    read: (_, { userId }) =>
      `{ getClientUser(input: { userId: "${userId}" }) { firstName name email role } getRequesterRoleList { roleId roleUserList } }`,
    shows: (_, { userId }, world) => ({
      getClientUser: {
        firstName: user(world)?.firstName,
        name: `${user(world)?.firstName} Married`,
        email: user(world)?.email,
        role: { roleId: '2' },
      },
      getRequesterRoleList: expect.arrayContaining([
        { roleId: '2', roleUserList: expect.arrayContaining([expect.objectContaining({ userId })]) },
      ]),
    }),
  },
  updateClientUserAssociations: {
    after: (world) => [
      [
        'createClientSite',
        {
          name: 'Annex',
          working24x7: true,
          timezoneCode: 'UTC',
          client: { accountId: user(world)?.client?.accountId },
        },
      ],
    ],
    input: (world) => [{ id: linkOf(world)?.id, site: { id: world.sites.at(-1)?.id } }],
    select: '{ id }',
    read: (_, input) =>
      `{ ${associations(first(input).id).slice(2, -2)} getClientUserList(input: {}) { userList { userId site } } }`,
    shows: (_answer, input, world) => ({
      getClientUserAssociationList: { associations: [{ site: first(input).site }] },
      getClientUserList: {
        userList: expect.arrayContaining([
          { userId: user(world)?.userId, site: { ...(first(input).site as Row), name: 'Annex' } },
        ]),
      },
    }),
  },
  updateTechnician: {
    input: (world) => ({
      userId: world.technicians[0]?.userId,
      firstName: 'Robin',
      deleteGroups: world.technicians[0]?.groups?.map((group) => ({ groupId: group?.groupId })),
    }),
    select: '{ name }',
    read: (_, { userId }) =>
      `{ getTechnicianList(input: { ${is('userId', userId)} }) { userList { firstName lastName email groups } } }`,
    shows: (_answer, _input, { technicians: [own] }) => ({
      getTechnicianList: {
        userList: [{ firstName: 'Robin', lastName: own?.lastName, email: own?.email, groups: [] }],
      },
    }),
  },
}
