import { expect, it } from 'vitest'
import { indexForms } from '../../../src/check/glossary/forms.js'

const found = (forms: readonly string[], text: string) =>
  indexForms(forms.map((form) => [form, form] as const))
    .find(text, { start: 0, end: text.length })
    .map(({ start, end, value }) => `${value}: ${text.slice(start, end)}`)

it('finds words whatever their case, hyphens and possessive endings', () => {
  expect(found(['kay lan', "moody's"], "KAY-LAN’s sales, Kay\nLan and Moody's; a kayak lane")).toEqual([
    'kay lan: KAY-LAN',
    'kay lan: Kay\nLan',
    "moody's: Moody",
  ])
})

it('finds marks inside a form and characters inside a run of Han', () => {
  expect(found(['R&D', '金乔'], 'R&D of 我们金乔的研发, R. D')).toEqual(['R&D: R&D', '金乔: 金乔'])
})

it('takes the longest of several and none of an empty form', () => {
  expect(found(['gold', 'gold mine', ' - '], 'the Gold mine')).toEqual(['gold mine: Gold mine'])
})
