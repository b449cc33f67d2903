/** `npm run test:full`. */
export const isFull = process.env.SUPEROPS_TEST === 'full'

const shares: Readonly<Record<string, number>> = { full: 1, few: 0.002 }
const share = shares[process.env.SUPEROPS_TEST ?? ''] ?? 0.01

/** Runs of a seeded suite: all of them in `npm run test:full`, a hundredth in `npm test`, few per mutant. */
export const runs = (full: number): number => Math.max(1, Math.ceil(full * share))
