import { isHostName } from './host-name.js'

const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
/** Letters of any script beside them; kept apart, because it takes milliseconds to compile. */
const ANY_LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const NOT_ASCII = /[^ -~]/
const QUOTED_LOCAL_PART = /^"(?:[^"\\\r\n]|\\[^\r\n])+"$/

/**
 * Whether a text is an e-mail address: a local part of 1 to 64 characters without leading, trailing or double dot (or a
 * quoted one), a host name, 254 characters at most. Nothing is looked up.
 */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  return (
    at >= 1 &&
    text.length <= 254 &&
    local.length <= 64 &&
    isLocalPart(local) &&
    isHostName(text.slice(at + 1))
  )
}

const isLocalPart = (text: string): boolean =>
  LOCAL_PART.test(text) || QUOTED_LOCAL_PART.test(text) || (NOT_ASCII.test(text) && ANY_LOCAL_PART.test(text))

/** The address as it is compared; null for what is none. */
export const emailKey = (value: unknown): string | null =>
  typeof value === 'string' && value.includes('@') ? value.trim().toLowerCase() : null

/** The domain of an address, lower case; null for what is none. */
export function emailDomain(value: unknown): string | null {
  const key = emailKey(value)
  return key !== null && isEmailAddress(key) ? key.slice(key.lastIndexOf('@') + 1) : null
}
