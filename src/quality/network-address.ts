const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
const GROUP = /^[0-9a-f]{1,4}$/i
const MAC = /^(?:[0-9a-f]{2}([-:.]?))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i

/** Whether a text is an IPv4 or IPv6 address. */
export const isIpAddress = (text: string): boolean => IPV4.test(text) || isIpv6(text)

/** Six octets, neither all 0 nor all ff, which stand for none and for everyone. */
export function isMacAddress(text: string): boolean {
  if (!MAC.test(text)) return false
  const digits = text.replace(/[-:.]/g, '')
  return !/^(?:0+|f+)$/i.test(digits)
}

function isIpv6(text: string): boolean {
  const address = text.replace(/%[\w.-]+$/, '')
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const isMixed = IPV4.test(last) && !address.endsWith('::')
  const plain = isMixed ? groups.slice(0, -1) : groups
  const count = plain.length + (isMixed ? 2 : 0)
  // `::` stands for at least one group.
  return plain.every((group) => GROUP.test(group)) && (halves.length === 2 ? count <= 7 : count === 8)
}
