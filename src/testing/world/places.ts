/** Where a site can be. */
export interface Place {
  readonly city: string
  readonly countryCode: string
  readonly stateCode: string
  readonly postalCode: string
  readonly zone: string
  readonly dialling: string
  /** First and last day of the working week, Monday is 0. */
  readonly week: readonly [number, number]
}

const place = (
  city: string,
  countryCode: string,
  stateCode: string,
  postalCode: string,
  zone: string,
  dialling: string,
  week: readonly [number, number] = [0, 4],
): Place => ({ city, countryCode, stateCode, postalCode, zone, dialling, week })

export const places: readonly Place[] = [
  place('Austin', 'US', 'TX', '78701', 'America/Chicago', '+1512555'),
  place('New York', 'US', 'NY', '10005', 'America/New_York', '+1212555'),
  place('Boston', 'US', 'MA', '02108', 'America/New_York', '+1617555'),
  place('Denver', 'US', 'CO', '80202', 'America/Denver', '+1303555'),
  place('Phoenix', 'US', 'AZ', '85004', 'America/Phoenix', '+1602555'),
  place('Azusa', 'US', 'CA', '91702', 'America/Los_Angeles', '+1626555'),
  place('Seattle', 'US', 'WA', '98101', 'America/Los_Angeles', '+1206555'),
  place('Toronto', 'CA', 'ON', 'M5H 2N2', 'America/Toronto', '+1416555'),
  place('Montréal', 'CA', 'QC', 'H2Y 1C6', 'America/Toronto', '+1514555'),
  place('London', 'GB', 'ENG', 'EC2A 4NE', 'Europe/London', '+44207946'),
  place('Manchester', 'GB', 'ENG', 'M2 5DB', 'Europe/London', '+44161496'),
  place('Dublin', 'IE', 'D', 'D02 X285', 'Europe/Dublin', '+35315550'),
  place('Köln', 'DE', 'NW', '50667', 'Europe/Berlin', '+492215550'),
  place('Łódź', 'PL', 'LD', '90-001', 'Europe/Warsaw', '+48425550'),
  place('東京', 'JP', '13', '100-0001', 'Asia/Tokyo', '+8135550'),
  place('São Paulo', 'BR', 'SP', '01310-100', 'America/Sao_Paulo', '+551155550'),
  place('Dubai', 'AE', 'DU', '00000', 'Asia/Dubai', '+97145550'),
  place('Kuwait City', 'KW', 'KU', '13001', 'Asia/Kuwait', '+96522550', [6, 3]),
  place('Chennai', 'IN', 'TN', '600001', 'Asia/Kolkata', '+914455500', [0, 5]),
  place('Sydney', 'AU', 'NSW', '2000', 'Australia/Sydney', '+612555500'),
  place('Auckland', 'NZ', 'AUK', '1010', 'Pacific/Auckland', '+649555500'),
]
