import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/check/check.js'
import { checks } from '../../src/check/rules/index.js'
import { runChecks } from '../../src/check/run.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { alignedExample } from '../support/example.js'

it('have ids of their own', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
})

describe.each(checks)('$id', (check: Check) => {
  it.each(check.examples)('$why', ({ text, references = [], glossary = [] }) => {
    const lexicon = defaultLexicon()
    const { doc, errors } = alignedExample(text, lexicon)
    const reported = runChecks(doc, [check], lexicon, { house: { glossary, references } })
    const required = errors.filter(({ tier }) => tier !== 'D')
    const optional = new Set(errors.filter(({ tier }) => tier === 'D').map(({ start }) => start))
    expect(
      reported
        .filter(({ start }) => !optional.has(start))
        .map(({ start, end, text: heard }) => ({ start, end, heard })),
    ).toEqual(required.map(({ start, end, text: heard }) => ({ start, end, heard })))
    for (const { start, text: heard, correction } of required) {
      const said = reported.find((finding) => finding.start === start)!.suggestions[0]?.text ?? ''
      expect(correction.length > 0 ? correction : [''], `instead of "${heard}"`).toContain(said)
    }
  })
})
