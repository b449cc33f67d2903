import type { BandPart, ScorePart } from './thresholds.js'

/** One part of a score, so that the score can be explained. */
export interface ScoredPart {
  readonly value: number | null
  /** From 0 (worst) to 1 (best); null when the value is unknown. */
  readonly scaled: number | null
  readonly weight: number
}

export type ScoreParts<Part extends string> = Readonly<Record<Part, ScoredPart>>

/**
 * Weighted mean of parts, each scaled between fixed anchors, as 0 to 100 with 2 decimals.
 *
 * Weights of unknown parts are dropped and the rest rescaled; null when less than `minimumWeight` of the weight is
 * known. Anchors are fixed so that one outlier, or a new colleague, moves nobody else's score.
 */
export function compositeScore<Part extends string>(
  parts: Readonly<Record<Part, ScorePart | BandPart>>,
  values: Readonly<Record<Part, number | null>>,
  minimumWeight: number,
): { score: number | null; parts: ScoreParts<Part> } {
  const names = Object.keys(parts) as Part[]
  const scored = Object.fromEntries(
    names.map((name) => [name, scorePart(parts[name], values[name])]),
  ) as ScoreParts<Part>
  let total = 0
  let known = 0
  let sum = 0
  for (const name of names) {
    const { scaled, weight } = scored[name]
    total += weight
    if (scaled === null) continue
    known += weight
    sum += weight * scaled
  }
  // Weights are decimals: their sums are off by a few last places.
  const isEnough = known > 0 && known >= minimumWeight * total - 1e-9
  return { score: isEnough ? roundScore((100 * sum) / known) : null, parts: scored }
}

/** Rounded to 2 decimals, half away from zero. */
export function roundScore(score: number): number {
  // Twelve digits first, so that 0.5 made of decimals is not 0.49999999999999994.
  const cents = Number((Math.abs(score) * 100).toPrecision(12))
  return (Math.sign(score) * Math.floor(cents + 0.5)) / 100
}

function scorePart(part: ScorePart | BandPart, value: number | null): ScoredPart {
  return { value, scaled: value === null ? null : scale(part, value), weight: part.weight }
}

function scale(part: ScorePart | BandPart, value: number): number {
  if ('worst' in part) return clamp((value - part.worst) / (part.best - part.worst))
  if (value < part.low) return clamp((value - part.below) / (part.low - part.below))
  return value <= part.high ? 1 : clamp((part.above - value) / (part.above - part.high))
}

/** Equal anchors are a step: what is not beyond them is worth nothing. */
const clamp = (share: number): number => (share > 0 ? Math.min(1, share) : 0)
