import { metricIn, type Metric } from './metrics.js'

/**
 * The two measures of "gross profit and operating profit were A and B, respectively", from the words before A, between the
 * two and after B; undefined where the words tell no such pair.
 */
export function measuresOfPair(
  subject: string,
  gap: string,
  after: string,
): readonly [Metric, Metric] | undefined {
  if (!/^,? and ?$/iu.test(gap) || !/^[^.;\d]{0,60}\brespectively\b/iu.test(after)) return undefined
  const names = NAMES.exec(subject)?.groups
  const [one, two] = [names?.['one'], names?.['two']].map((words) => metricIn(words ?? ''))
  return one?.head && two?.head && one.key !== two.key ? [one, two] : undefined
}

const NAMES =
  /(?:^|[.;,] )(?<one>[^.;,]*) and (?<two>[^.;,]*?)(?:,? [^.;,]{0,40},)? (?:was|were|are|is|reached|recorded|stood at|came in at|amounted to|totaled|of)(?: (?:about|approximately|around))? ?$/iu
