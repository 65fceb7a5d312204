import { overlaps, textOf } from '../../src/text/spans.js'
import type { Result } from './tables.js'

/** Every wrongly labelled stretch, missed error and false alarm of one call, a line each. */
export function describeMisses({ call, doc, findings }: Result): string {
  const { text, gold } = call
  const alarms = findings.filter(({ severity }) => severity !== 'info')
  const quote = (start: number, end: number): string =>
    JSON.stringify(text.slice(start, Math.min(end, start + 90)))
  const wrong = gold.origin.flatMap((span) =>
    doc.origins
      .filter((guess) => overlaps(guess, span) && !span.origin.includes(guess.origin))
      .map((guess) => {
        const start = Math.max(span.start, guess.start)
        const end = Math.min(span.end, guess.end)
        return `  ${start}–${end} is ${span.origin.join('|')}, not ${guess.origin}: ${quote(start, end)}`
      }),
  )
  const missed = gold.errors
    .filter((error) => error.tier !== 'D' && !alarms.some((alarm) => overlaps(alarm, error)))
    .map(
      (error) =>
        `  missed ${error.tier} ${error.category} ${error.start}: "${error.text}" → "${error.correction.join('" or "')}"`,
    )
  const falseAlarms = alarms
    .filter((alarm) => !gold.errors.some((error) => overlaps(alarm, error)))
    .map(
      (alarm) =>
        `  false alarm ${alarm.check} ${alarm.start}: "${textOf(text, alarm)}" → "${alarm.suggestions[0]?.text ?? ''}" ${alarm.message}`,
    )
  return [call.name, ...wrong, ...missed, ...falseAlarms].join('\n')
}
