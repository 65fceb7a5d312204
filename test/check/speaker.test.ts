import { expect, it } from 'vitest'
import { clean } from '../../src/pipeline.js'

it('puts a label right unasked where the call all but proves whose it is', () => {
  const text = `Operator: Our first question comes from Kelvin Ruan of Harbour Peak Securities. Your line is open.

spk05: Good evening, I have two questions.

Ann Price: Please go on.

Kelvin Ruan: How is demand? And how are margins?
`
  const { plan } = clean(text)
  const start = text.indexOf('spk05')
  expect(plan.edits).toEqual([{ start, end: start + 5, insert: 'Kelvin Ruan' }])
})
