/** `npm run test:full`. */
export const isFull = process.env.SUPEROPS_TEST === 'full'
const share = isFull ? 1 : 0.02

/** Runs of a seeded suite: all of them in `npm run test:full`, a fiftieth in `npm test`. */
export const runs = (full: number): number => Math.max(1, Math.ceil(full * share))
