import { expect, it } from 'vitest'
import { speechOf } from '../../../src/check/names/capitalised.js'
import { companyOf } from '../../../src/check/names/company.js'
import { mentionsOf } from '../../../src/check/names/mentions.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { alignedFrom } from '../../support/aligned.js'

const doc =
  alignedFrom(`Ann Price (Head of Investor Relations): Welcome to Velora Foods third quarter 2025 earnings conference call. With me
are our CEO, Mr. Wei Changming, and our CFO Tian Meng. Mr. Wei will begin.

Wei Changming (CEO): I am Wei Changming. Velora Foods grew.

Operator: Our next question comes from the line of Kelvin Ruan from Harbour Peak. Please go ahead.

Tian Meng (CFO): Sure.`)

it('mentions are gathered by how a person comes to be named', () => {
  const mentions = mentionsOf(doc, speechOf(doc), defaultLexicon())
  const of = (kind: string) =>
    mentions.filter((mention) => mention.kind === kind).map(({ start, end }) => doc.text.slice(start, end))
  expect(of('label')).toEqual(['Ann Price', 'Wei Changming', 'Tian Meng'])
  expect(of('titled')).toEqual(['Wei Changming', 'Wei'])
  expect(of('self')).toEqual(['Wei Changming'])
  expect(of('called')).toEqual(['Kelvin Ruan'])
  expect(of('plain')).toEqual(['Tian Meng'])
})

it('the company is what the call is said to be, with the word that follows its own', () => {
  const company = companyOf(
    doc,
    speechOf(doc),
    mentionsOf(doc, speechOf(doc), defaultLexicon()),
    defaultLexicon(),
  )
  expect(company).toMatchObject({ head: 'Velora', tail: ['foods'] })
})

it('the company is what the title begins with, though the call says it otherwise', () => {
  const call = alignedFrom(`# Qianlan Resources (QLRS) Q3 2025 Earnings Call Transcript

Operator: Welcome to the Chien Lan Resources third quarter 2025 earnings conference call.

Ann Price: Thank you. I will now turn to Mr. Wei.`)
  const speech = speechOf(call)
  const company = companyOf(call, speech, mentionsOf(call, speech, defaultLexicon()), defaultLexicon())
  expect(company?.head).toBe('Qianlan')
})

it('what stands after a courtesy title is a name, though it be a word of grammar', () => {
  const call = alignedFrom(
    `Ann Price: With me is Mr. He Yunfan. Mr. Hey, please. The one who asks is Ms. In.`,
  )
  const mentions = mentionsOf(call, speechOf(call), defaultLexicon())
  expect(mentions.filter(({ kind }) => kind === 'titled').map(({ words }) => words[0]!.form)).toEqual([
    'He',
    'Hey',
    'In',
  ])
})
