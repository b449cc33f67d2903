/** Given and family names; about one in five is not plain ASCII. */
export const givenNames = [
  'Ada', 'Aisha', 'Alan', 'Amélie', 'Andrés', 'Beatriz', 'Björn', 'Carlos', 'Chloé', 'Daniel', 'Deepa', 'Elena',
  'Emma', 'Farid', 'Grace', 'Hannah', 'Ibrahim', 'Ingrid', 'Jack', 'Jason', 'João', 'Jürgen', 'Keiko', 'Kwame',
  'Laura', 'Léa', 'Liam', 'Lucía', 'Łukasz', 'Maeve', 'Marcus', 'Mei', 'Miguel', 'Nadia', 'Naomi', 'Noah', 'Olga',
  'Omar', 'Priya', 'Rachel', 'Ravi', 'Ryan', 'Saoirse', 'Sara', 'Søren', 'Tariq', 'Thandi', 'Tomás', 'Uma',
  'Victor', 'Wei', 'Yara', 'Zoë', 'Ольга', '健', 'नेहा',
] as const

export const familyNames = [
  'Abbott', 'Adeyemi', 'Ahmed', 'Almeida', 'Andersson', 'Baker', 'Becker', 'Brown', 'Chen', 'Costa', 'Cruz', 'Diaz',
  'Dubois', 'Evans', 'Fischer', 'García', 'Gupta', 'Haddad', 'Hernández', 'Hill', 'Ito', 'Jensen', 'Johansson',
  'Khan', 'Kowalski', 'Kumar', 'Larsen', 'Lee', 'López', 'Martin', 'Mbeki', 'Meyer', 'Müller', 'Murphy', 'Nguyen',
  'Novák', 'O’Brien', 'Okafor', 'Patel', 'Pereira', 'Quinn', 'Reyes', 'Rossi', 'Sato', 'Schmidt', 'Silva', 'Smith',
  'Suzuki', 'Taylor', 'Turner', 'Walker', 'Weber', 'Wilson', 'Wójcik', 'Yılmaz', 'Иванова', '田中', 'शर्मा',
] as const

export const companyStems = [
  'Aldgate', 'Amberley', 'Arden', 'Blackwater', 'Bluebird', 'Brightwell', 'Cedar Hill', 'Clearwater', 'Copperfield',
  'Crestview', 'Dunmore', 'Eastgate', 'Elmwood', 'Fairhaven', 'Foxglove', 'Granite', 'Greenfield', 'Harbour',
  'Highland', 'Ironbridge', 'Juniper', 'Kestrel', 'Lakeside', 'Lindqvist', 'Maple Leaf', 'Meridian', 'Millbrook',
  'Müller & Söhne', 'Norrland', 'Northwind', 'Oakridge', 'Orchard', 'Pemberton', 'Pinewood', 'Quarry', 'Ravensworth',
  'Redstone', 'Riverside', 'São Bento', 'Saltmarsh', 'Silverline', 'Stonebridge', 'Summit', 'Sycamore', 'Thornbury',
  'Trillium', 'Vantage', 'Westbrook', 'Willow', 'Żuraw', '東海', 'Señorío',
] as const

export const companyKinds = [
  'Accounting', 'Architects', 'Builders', 'Clinic', 'Dental', 'Engineering', 'Finance', 'Foods', 'Foundation',
  'Hotels', 'Insurance', 'Law', 'Logistics', 'Manufacturing', 'Media', 'Optics', 'Pharma', 'Property', 'Retail',
  'School', 'Studios', 'Textiles', 'Transport', 'Veterinary',
] as const

export const companyForms = ['Ltd', 'LLC', 'Inc', 'GmbH', 'Group', 'Partners', '& Co', ''] as const

export const streets = [
  'Station Road', 'High Street', 'Mill Lane', 'Park Avenue', 'Church Street', 'Victoria Road', 'Bahnhofstraße',
  'Market Square', 'Elm Street', 'Kings Road', 'Main Street', 'Rue de l’Église',
] as const

const ascii: Readonly<Record<string, string>> = {
  ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', ß: 'ss', ı: 'i', æ: 'ae',
}

/** Lower-case ASCII of a name for mail addresses and host names; '' when nothing of it is Latin. */
export const toAscii = (text: string): string =>
  text
    .replace(/[łŁøØßıæ]/g, (letter) => ascii[letter] ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
