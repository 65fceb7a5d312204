import type { Severity } from '../types.js'
import type { FailLevel } from './choices.js'
import type { Outcome } from './run.js'

/** What the process exits with. */
export const STATUS = { clean: 0, findings: 1, usage: 2, failed: 3 } as const

export type Status = (typeof STATUS)[keyof typeof STATUS]

/** Findings by severity. */
export type Counts = Readonly<Record<Severity, number>>

/** 3 when a file failed, else 1 when a finding reaches the level, else 0. */
export function statusOf<R>(
  outcomes: readonly Outcome<R>[],
  failOn: FailLevel = 'never',
  countsOf: (record: R) => Counts = () => NONE,
): Status {
  if (outcomes.some(({ failure }) => failure !== undefined)) return STATUS.failed
  const reaching = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn as Severity) + 1)
  const found = outcomes.some(
    ({ record }) => record !== undefined && reaching.some((severity) => countsOf(record)[severity] > 0),
  )
  return found ? STATUS.findings : STATUS.clean
}

const NONE: Counts = { error: 0, warning: 0, info: 0 }

/** Gravest first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
