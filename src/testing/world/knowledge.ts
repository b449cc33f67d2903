import type { KbItem } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Build } from './build.js'
import { wireTime } from './wire-time.js'

const articles: Readonly<Record<string, readonly string[]>> = {
  'How-to': [
    'Connect to the VPN',
    'Set up mail on a phone',
    'Réinitialiser son mot de passe',
    'Print to the secure queue',
  ],
  Runbooks: ['Restore a file server folder', 'Replace a failed disk', 'Onboard a new employee'],
  Policies: ['Password policy', 'Acceptable use'],
}

const scripts = [
  ['Clear print queue', 'PowerShell'],
  ['Collect event logs', 'PowerShell'],
  ['Free disk space', 'Batch'],
  ['Restart agent', 'PowerShell'],
  ['Flush DNS cache', 'Bash'],
  ['Collect system report', 'Bash'],
] as const

const documentTypes = ['Applications', 'Licences', 'Networks', 'Passwords'] as const

/** Type a script runs on, as `getScriptListByType` takes it. */
export const scriptTypeOf = (language: string | null): string => (language === 'Bash' ? 'MAC' : 'WINDOWS')

function addKnowledgeBase({ tables, random, references, now }: Build): void {
  const author = () => references.to('UserRef', random.pick(tables.Technician.rows))
  const make = (name: string, parent: KbItem | null): KbItem => {
    const created = now - random.int(30, 900) * DAY_MS
    return tables.KbItem.add({
      itemId: random.id(),
      name,
      parent: parent === null ? null : { itemId: parent.itemId, name: parent.name ?? '', parent: null },
      itemType: parent === null ? 'KB_COLLECTION' : 'KB_ARTICLE',
      description: null,
      status: parent === null ? null : random.weighted(['PUBLISHED', 'DRAFT'], [85, 15]),
      createdBy: author(),
      createdOn: wireTime(created),
      lastModifiedBy: author(),
      lastModifiedOn: wireTime(created + random.int(0, 30) * DAY_MS),
      viewCount: parent === null ? null : random.int(0, 400),
      articleType: parent === null ? null : 'HTML',
      visibility:
        parent === null
          ? null
          : [
              {
                mappingId: random.id(),
                portalType: 'TECHNICIAN',
                clientSharedType: null,
                siteSharedType: null,
                userRoleSharedType: null,
                client: null,
                site: null,
                roles: [],
                userSharedType: 'AllUsers',
                groupSharedType: 'AllGroups',
                users: [],
                groups: [],
              },
            ],
      loginRequired: parent === null ? null : true,
    })
  }
  for (const [name, titles] of Object.entries(articles)) {
    const collection = make(name, null)
    for (const title of titles) make(title, collection)
  }
}

/** Knowledge base, scripts and IT documentation. Answers the type of each document. */
export function addKnowledge(build: Build): Map<string, string> {
  const { tables, random, references, now } = build
  addKnowledgeBase(build)
  for (const [name, language] of scripts) {
    tables.Script.add({
      scriptId: random.id(),
      name,
      description: random.maybe(0.7, `${name} on the chosen machine.`),
      language,
      addedBy: references.to('UserRef', random.pick(tables.Technician.rows)),
      createdTime: wireTime(now - random.int(100, 800) * DAY_MS),
      favourite: random.chance(0.3),
      runAs: 'SYSTEM',
      runTimeVariables: random.chance(0.3) ? ['path'] : [],
      timeOut: 300,
      tags: random.chance(0.5) ? ['maintenance'] : [],
      readMe: null,
    })
  }
  const typeByDocument = new Map<string, string>()
  for (const name of documentTypes) {
    const type = tables.ITDocumentationType.add({
      typeId: random.id(),
      name,
      description: null,
      entityName: name.toUpperCase(),
      lastUpdatedTime: wireTime(now - random.int(1, 300) * DAY_MS),
      customFields: [],
    })
    for (let count = Math.max(3, build.scaled(10, 0.4)); count > 0; count--) {
      const site = random.pick(tables.ClientSite.rows)
      const document = tables.ItDocumentation.add({
        itDocId: random.id(),
        name: `${name.replace(/s$/, '')} ${random.int(1, 99)}`,
        client: site.client,
        site: random.maybe(0.7, references.to('SiteRef', site)),
        customFields: random.chance(0.6) ? { udf1text: 'see vault' } : {},
      })
      typeByDocument.set(document.itDocId, type.typeId)
    }
  }
  return typeByDocument
}
