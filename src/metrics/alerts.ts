import { eventTime } from './event-time.js'
import { normaliseName } from './names.js'
import type { MetricsAlert } from './records.js'
import type { Settings } from './settings.js'

/** What figures read of an alert. */
export interface AlertFacts {
  /** Creation in epoch ms; NaN for none. */
  readonly at: number
  readonly isCritical: boolean
}

export const alertFacts = ({ createdTime, severity }: MetricsAlert, settings: Settings): AlertFacts => ({
  at: eventTime(createdTime, settings),
  isCritical: typeof severity === 'string' && normaliseName(severity) === 'critical',
})
