/**
 * LevelDB compares bytes: those of UTF-16, high byte first, sort as JavaScript compares strings. In UTF-8 an
 * emoji would come after U+FFFF, which ranges use as an upper end.
 */
export const keyEncoding = {
  name: 'utf16be',
  format: 'buffer',
  encode: (key: string) => Buffer.from(key, 'utf16le').swap16(),
  decode: (bytes: Buffer) => Buffer.from(bytes).swap16().toString('utf16le'),
} as const
