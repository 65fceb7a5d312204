import { describe, expect, it } from 'vitest'
import { namedOtherwise, nameKinds } from '../../src/identify/names.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'

const segmented = (text: string) => segmentTranscript(readTranscript(text))

describe('what names tell', () => {
  it('tells names by the surname and whether the given name is pinyin', () => {
    const doc = segmented(
      'Graham Whitlock: Hello there.\n\nWang Zhiyuan: Thank you.\n\nTimothy Zhao: Thanks.\n\nOperator: Next, please.\n',
    )
    expect(nameKinds(doc, defaultLexicon())).toEqual(['foreign', 'chinese', 'mixed', undefined])
  })

  it('tells who gives another name than the label, from there on', () => {
    const doc = segmented(
      'Operator: We have with us Ms. Vivian Lau.\n\nShen Wei: Thank you, Ethan. This is Vivian. Margins rose.\n\nVivian Lau: This is Vivian. Margins rose.\n',
    )
    const named = namedOtherwise(doc)
    const said = doc.segments.map(({ start, end }, unit) => [doc.text.slice(start, end).trim(), named[unit]])
    expect(said.filter(([, otherwise]) => otherwise).map(([words]) => words)).toEqual([
      'This is Vivian.',
      'Margins rose.',
    ])
  })
})
