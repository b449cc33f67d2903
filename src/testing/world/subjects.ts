/** What a ticket is about: its words agree with its category. */
export interface Theme {
  readonly category: string
  readonly subcategory: string
  readonly subjects: readonly string[]
  readonly cause: string
  readonly subcause: string
  readonly isRequest: boolean
  /** How often it comes, among all themes. */
  readonly weight: number
  /** How often each priority is given to it, from Critical to Very Low. */
  readonly priorities: readonly number[]
}

const incident = [4, 17, 52, 23, 4] as const
const request = [0, 4, 46, 40, 10] as const
const urgent = [12, 34, 38, 13, 3] as const

const theme = (
  weight: number,
  category: string,
  subcategory: string,
  cause: string,
  subcause: string,
  subjects: readonly string[],
  priorities: readonly number[] = incident,
): Theme => ({
  category,
  subcategory,
  subjects,
  cause,
  subcause,
  isRequest: priorities === request,
  weight,
  priorities,
})

/** Group that looks after a category, if the service desk has it. */
export const groupByCategory: Readonly<Record<string, string>> = {
  Network: 'Network',
  Hardware: 'Hardware Problems',
  Security: 'Security',
  Server: 'Cloud',
  Procurement: 'Projects',
  Software: 'Service Desk',
  Accounts: 'Service Desk',
}

export const themes: readonly Theme[] = [
  theme(7, 'Network', 'Wireless', 'Component issue', 'Hardware Issue', [
    'Help! Internet is not working!',
    'Wi-Fi drops every few minutes in the meeting room',
    'Guest network asks for a password again and again',
    'Kein WLAN im Großraumbüro',
  ]),
  theme(6, 'Network', 'VPN', 'Configuration', 'Policy', [
    'VPN connects but no drives are mapped',
    'VPN client says "error 809"',
    'Can’t reach the file server from home',
  ]),
  theme(2, 'Network', 'DNS', 'Configuration', 'Policy', [
    'Website of a supplier does not resolve',
    'Slow name lookups since Monday',
  ]),
  theme(8, 'Hardware', 'Laptop', 'Component issue', 'Hardware Issue', [
    'Laptop does not switch on',
    'Battery swollen, please replace',
    'Docking station: second monitor stays black',
    'Keyboard types double lettersss',
  ]),
  theme(9, 'Hardware', 'Printer', 'Component issue', 'Consumables', [
    'Printer on 2nd floor jams on every duplex job',
    'Label printer prints blank labels',
    'L’imprimante n’imprime plus en couleur',
  ]),
  theme(5, 'Hardware', 'CPU', 'Capacity related', 'PC Performance', [
    'PC very slow after lunch',
    'Fan noise and 100 % CPU all day',
  ]),
  theme(13, 'Software', 'Email', 'Configuration', 'Mailbox', [
    'Outlook keeps asking for password',
    'Mails to one customer bounce (550 5.7.1)',
    'Shared mailbox missing on new phone',
    'Calendar invites show the wrong time zone ⏰',
  ]),
  theme(8, 'Software', 'Office', 'Configuration', 'Licence', [
    'Excel crashes when opening budget.xlsx',
    'Word: licence expired banner',
    'Teams: no sound in meetings',
  ]),
  theme(7, 'Software', 'Line of business', 'Vendor', 'Release', [
    'ERP shows "ORA-12170" when posting invoices',
    'CRM export is empty <no rows>',
    'Update of the booking system failed',
  ]),
  theme(
    5,
    'Security',
    'Phishing',
    'User',
    'Awareness',
    [
      'Suspicious email "Invoice & payment details"',
      'Clicked on a link, please check my PC',
      'CEO fraud attempt by SMS',
    ],
    urgent,
  ),
  theme(
    3,
    'Security',
    'Antivirus',
    'Capacity related',
    'Server Performance',
    ['Antivirus agent out of date on 3 machines', 'EDR quarantined our macro file'],
    urgent,
  ),
  theme(
    14,
    'Accounts',
    'Password reset',
    'User',
    'Awareness',
    ['Password reset for new starter', 'Account locked after holiday', 'MFA: changed phone, no codes'],
    request,
  ),
  theme(
    6,
    'Accounts',
    'Onboarding',
    'User',
    'Request',
    [
      'New employee starts on Monday',
      'Please create mailbox and badge for contractor',
      'Leaver: disable account tonight',
    ],
    request,
  ),
  theme(
    4,
    'Server',
    'Backup',
    'Capacity related',
    'Storage',
    [
      'Backup job failed with warning 0x80780119',
      'Offsite copy is 2 days behind',
      'Restore of a folder needed',
    ],
    urgent,
  ),
  theme(
    3,
    'Server',
    'Disk space',
    'Capacity related',
    'Storage',
    ['Low disk space on file server', 'SQL log volume is full'],
    urgent,
  ),
  theme(
    3,
    'Procurement',
    'Quote',
    'User',
    'Request',
    [
      'Quote for 5 notebooks',
      'Additional Adobe licence for marketing',
      'Ersatz für Besprechungsraum-Monitor',
    ],
    request,
  ),
]

export const descriptionBodies = [
  '<p>Hi team,</p><p>{subject}. It started {when} and affects {who}.</p><p>Thanks,<br>{name}</p>',
  '<div dir="ltr">Hello,<div><br></div><div>{subject}.</div><div>I already restarted twice. Can someone call me?</div><div><br></div><div>{name}</div></div>',
  '<html><body><p>{subject}</p><ul><li>Since: {when}</li><li>Affected: {who}</li></ul><p>-- <br>{name}</p></body></html>',
  '<p>{subject}&nbsp;&ndash; please see below.</p><table border="1"><tr><td>When</td><td>{when}</td></tr><tr><td>Who</td><td>{who}</td></tr></table>',
  '{subject}',
] as const

export const whens = [
  'this morning',
  'yesterday',
  'after the update',
  'since Monday',
  'about an hour ago',
  'seit gestern',
] as const
export const whos = [
  'only me',
  'the whole office',
  'two colleagues',
  'reception',
  'everyone on floor 2',
  'remote users',
] as const

export const technicianReplies = [
  '<p>Hi {name},</p><p>Thanks for reporting this, we are looking into it.</p>',
  '<p>Hello {name}, could you tell us when it happened last and send a screenshot?</p>',
  '<p>We have applied a fix. Please restart and let us know.</p>',
  '<p>The part is ordered, expected within 3&ndash;5 working days.</p>',
] as const

export const requesterReplies = [
  '<p>Still the same here.</p>',
  '<p>Works now, thank you!</p>',
  '<p>See attached screenshot. It says &quot;Error 0x8024401c&quot;.</p>',
  '<p>Danke, das Problem ist leider wieder da.</p>',
  '<p>I am in the office until 4 pm, call me any time 👍</p>',
] as const

export const privateNotes = [
  '<p>Checked event log, nothing unusual.</p>',
  '<p>Called, no answer, left voicemail.</p>',
  '<p>Escalated to vendor, case no. {number}.</p>',
  '<p>Same symptom as last month, see KB.</p>',
] as const

export const workNotes = [
  'Remote session',
  'Phone support',
  'Replaced part on site',
  'Checked logs',
  'Applied update',
  'Configured and tested',
  'Vendor call',
  null,
] as const
