import { ratio } from './share.js'

type Answers = Readonly<Record<string, readonly number[]>> | undefined

/** Share of answers of 4 or 5 out of 5, from `ctx.csatByClientId`; null without answers. */
export function csatRatio(clientId: string, answers: Answers): number | null {
  const given = answersOf(clientId, answers)
  return ratio(given.filter((answer) => answer >= 4).length, given.length)
}

/** Percentage of answers of 9 and 10 − percentage of 0 to 6, from `ctx.npsByClientId`; null without answers. */
export function npsScore(clientId: string, answers: Answers): number | null {
  const given = answersOf(clientId, answers)
  const promoters = given.filter((answer) => answer >= 9).length
  const detractors = given.filter((answer) => answer <= 6).length
  return ratio(100 * (promoters - detractors), given.length)
}

const answersOf = (clientId: string, answers: Answers): readonly number[] =>
  answers !== undefined && Object.hasOwn(answers, clientId) ? (answers[clientId] ?? []) : []
