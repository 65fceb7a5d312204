import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/check/check.js'
import { examplesOf, exampleText, explainCheck } from '../../src/check/explain.js'

const check: Check = {
  id: 'trial',
  summary: 'Finds a trial.',
  explanation: '\nIt looks for trials.\n',
  category: 'scale',
  severity: 'warning',
  examples: [
    {
      text: '<m><1>{24.8 billion=>2.48 billion|scale|A} yuan</m> <i><1>2.48 billion</i>',
      why: 'Ten times off.',
    },
    { text: 'It is << {{ than 5 => 6, {uh=>|noise} and {a=>b;;c}.', why: 'Signs that are meant.' },
    { text: 'No {{mark=>here}.', why: 'Nothing wrong.' },
  ],
  run: () => [],
}

describe('explainCheck', () => {
  it('shows what the check looks for and its examples, without markup', () => {
    expect(explainCheck(check)).toBe(`trial (scale, at most warning)

Finds a trial.

It looks for trials.

Reported:

  Ten times off.
    [Mandarin] ⟨24.8 billion → 2.48 billion⟩ yuan [Interpretation] 2.48 billion

  Signs that are meant.
    It is < { than 5 => 6, ⟨uh⟩ and ⟨a → b or c⟩.

Left alone:

  Nothing wrong.
    No {mark=>here}.
`)
  })
})

describe('examplesOf', () => {
  it('tells examples with an error from those without', () => {
    expect(examplesOf(check).silent.map(exampleText)).toEqual(['No {mark=>here}.'])
  })
})
