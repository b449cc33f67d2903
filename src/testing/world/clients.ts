import type { Client, ClientSite, ClientUser, Role } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Build } from './build.js'
import { holidayLists } from './holidays.js'
import { companyForms, companyKinds, companyStems, streets, toAscii } from './names.js'
import { type Place, places } from './places.js'
import { makePerson } from './technicians.js'
import { wireDay } from './wire-time.js'

const stages = [
  ['Prospect', 'PROSPECT', ['New', 'Contacted']],
  ['Active', 'ACTIVE', ['Paid', 'Trial']],
  ['Inactive', 'INACTIVE', ['Left']],
] as const

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
const shifts = [
  ['09:00', '17:00'],
  ['08:30', '17:30'],
  ['09:30', '18:30'],
  ['08:00', '18:00'],
] as const

/** Elsewhere nobody has made a list. */
const holidaysByCountry: Readonly<Record<string, string>> = {
  US: 'USA Holidays',
  GB: 'UK Bank Holidays',
  AE: 'No holidays',
}

/** Companies with their sites and people. Every client has one headquarters; some people belong to two clients. */
export function addClients(build: Build): void {
  const { tables, random } = build
  for (const [name, constant, list] of stages) {
    const statuses = list.map((status) => ({
      statusId: random.id(),
      name: status,
      constant: status.toUpperCase(),
    }))
    tables.ClientStage.add({ stageId: random.id(), name, constant, statuses })
  }
  for (const name of holidayLists) tables.HolidayList.add({ id: random.id(), name })
  const count = Math.max(3, build.scaled(24, 0.45))
  const names = new Set<string>()
  const emails = new Set<string>()
  while (names.size < count) {
    const form = random.pick(companyForms)
    const stem = `${random.pick(companyStems)} ${random.pick(companyKinds)}`
    const name = `${stem}${names.size > 2000 ? ` ${names.size}` : ''}${form === '' ? '' : ` ${form}`}`
    if (names.has(name)) continue
    names.add(name)
    addClient(build, name, emails)
  }
  shareUsers(build)
}

function addClient(build: Build, name: string, emails: Set<string>): void {
  const { tables, random, references, now } = build
  const domain = `${toAscii(name).slice(0, 24) || 'client'}${tables.Client.rows.length}.example`
  const client: Client = {
    accountId: random.id(),
    name,
    stage: random.chance(0.94) ? 'Active' : 'Inactive',
    status: null,
    emailDomains: random.chance(0.9) ? [domain] : null,
    accountManager: random.maybe(0.9, references.to('TechnicianRef', random.pick(tables.Technician.rows))),
    primaryContact: null,
    secondaryContact: null,
    hqSite: null,
    technicianGroups: [references.to('TechnicianGroupRef', random.pick(tables.TechnicianGroup.rows))],
    customFields: {
      udf1text: `C-${random.int(1000, 9999)}`,
      udf2date: wireDay(now - random.int(100, 3000) * DAY_MS),
    },
  }
  client.status = client.stage === 'Active' ? (random.chance(0.95) ? 'Paid' : 'Trial') : 'Left'
  tables.Client.add(client)
  const siteCount = random.weighted([1, 2, 3, 5], [55, 25, 15, 5])
  const home = random.pick(places)
  const sites: ClientSite[] = []
  for (let at = 0; at < siteCount; at++) {
    const place = at === 0 || random.chance(0.6) ? home : random.pick(places)
    sites.push(addSite(build, client, place, at === 0))
  }
  client.hqSite = references.toOptional('SiteRef', sites[0])
  const userCount = random.weighted([3, 6, 10, 16], [30, 35, 25, 10]) + random.int(0, 3)
  const users: ClientUser[] = []
  for (let at = 0; at < userCount; at++)
    users.push(addUser(build, client, random.pick(sites), domain, emails, users[0]))
  client.primaryContact = references.toOptional('ClientUserRef', users[0])
  client.secondaryContact = random.maybe(0.6, references.toOptional('ClientUserRef', users[1]))
}

function addSite(
  { tables, random, references }: Build,
  client: Client,
  place: Place,
  hq: boolean,
): ClientSite {
  const [start, end] = random.pick(shifts)
  const working24x7 = random.chance(0.05)
  const [first, last] = place.week
  const open = weekdays.filter((_, at) =>
    first <= last ? at >= first && at <= last : at >= first || at <= last,
  )
  const taken = tables.ClientSite.rows.filter(
    (site) => site.client.accountId === client.accountId && site.name.startsWith(place.city),
  )
  const id = random.id()
  return tables.ClientSite.add({
    id,
    name: taken.length === 0 ? place.city : `${place.city} ${taken.length + 1}`,
    businessHour: working24x7 ? null : open.map((day) => ({ day, start, end })),
    holidayList: random.maybe(
      0.8,
      tables.HolidayList.rows.find((row) => row.name === holidaysByCountry[place.countryCode]) ?? null,
    ),
    timezoneCode: place.zone,
    working24x7,
    line1: `${random.int(1, 240)} ${random.pick(streets)}`,
    line2: random.maybe(0.3, `Suite ${random.int(1, 40)}`),
    line3: null,
    city: place.city,
    postalCode: place.postalCode,
    countryCode: place.countryCode,
    stateCode: place.stateCode,
    contactNumber: random.maybe(0.8, `${place.dialling}${random.int(100, 999)}`),
    client: references.to('ClientRef', client),
    hq,
    installerInfo: [
      {
        id,
        installerDownloadUrl: `https://downloads.example/agent/${id}`,
        installerName: 'agent.msi',
        os: 'WINDOWS',
      },
    ],
  })
}

function addUser(
  build: Build,
  client: Client,
  site: ClientSite,
  domain: string,
  emails: Set<string>,
  manager: ClientUser | undefined,
): ClientUser {
  const { tables, random, references } = build
  const role = tables.Role.get(manager === undefined ? '2' : '4') as Role
  const user = tables.ClientUser.add({
    userId: random.id(),
    ...makePerson(build, domain, emails),
    contactNumber: random.maybe(0.6, `${site.contactNumber ?? '+16412349'}${random.int(10, 99)}`),
    reportingManager: references.toOptional('ClientUserRef', random.chance(0.5) ? manager : undefined),
    site: references.to('SiteRef', site),
    role: references.to('RoleRef', role),
    client: references.to('ClientRef', client),
    customFields: random.chance(0.5)
      ? { udf1text: random.pick(['Sales', 'Finance', 'Warehouse', 'HR']) }
      : {},
  })
  role.roleUserList?.push(references.to('UserRef', user))
  tables.ClientUserAssociation.add({ id: random.id(), client, site, user })
  return user
}

/** `client` and `site` of people who belong to several clients are null; their associations hold the truth. */
function shareUsers({ tables, random }: Build): void {
  const users = [...tables.ClientUser.rows]
  const sites = tables.ClientSite.rows
  for (const user of users) {
    if (!random.chance(0.04)) continue
    const site = random.pick(sites)
    if (site.client.accountId === user.client?.accountId) continue
    const client = tables.Client.get(site.client.accountId)
    if (client === undefined) continue
    tables.ClientUserAssociation.add({ id: random.id(), client, site, user })
    user.client = null
    user.site = null
  }
}
