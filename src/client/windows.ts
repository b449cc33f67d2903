/** A page that is asked for: `size` rows from position `start`. */
export interface Window {
  readonly page: number
  readonly size: number
  readonly start: number
}

const windowOf = (page: number, size: number): Window => ({ page, size, start: (page - 1) * size })

/** Below this a window has no room for an overlap, and pages simply follow each other. */
const smallestOverlapping = 10

export const canOverlap = (largest: number): boolean => largest >= smallestOverlapping

/**
 * The window that holds position `target` and reaches furthest behind it. SuperOps only takes page and
 * size, so a window can start anywhere by choosing a size between half the largest and the largest.
 */
export function windowAround(target: number, largest: number): Window {
  let best = windowOf(Math.floor(target / largest) + 1, largest)
  for (let size = largest - 1; size >= Math.ceil(largest / 2); size--) {
    const candidate = windowOf(Math.floor(target / size) + 1, size)
    if (candidate.start + size > best.start + best.size) best = candidate
  }
  return best
}

export const firstWindow = (largest: number): Window => windowOf(1, largest)
export const followingWindow = ({ page, size }: Window): Window => windowOf(page + 1, size)

/** How far to step back when rows slid over a seam: a quarter page first, then twice as far each time. */
export const stepBack = (before: number, largest: number): number =>
  before === 0 ? Math.ceil(largest / 4) : before * 2
