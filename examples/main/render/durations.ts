import { dash } from './cells.js'
import type { Style } from './style.js'

/** `3:43 min`, `51 min`, `3 h 10`, `1 d 18 h`, `120 d`. */
export function duration(minutes: number | null, style: Style): string {
  if (minutes === null) return dash(style)
  const whole = Math.floor(minutes)
  if (minutes < 10) return `${whole}:${String(Math.floor((minutes - whole) * 60)).padStart(2, '0')} min`
  if (minutes < 60) return `${whole} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${String(whole % 60).padStart(2, '0')}`
  const days = Math.floor(hours / 24)
  return days < 100 ? `${days} d ${hours % 24} h` : `${days} d`
}
