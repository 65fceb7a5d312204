import { describe, expect, it } from 'vitest'
import { initialsAmong, spells } from '../../../src/check/terms/initials.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { ngramWords } from '../../../src/text/tokens.js'

const spelled = initialsAmong(defaultLexicon().tables)

describe('initialsAmong', () => {
  it.each([
    ['D N A expenses', 'D&A'],
    ['G N A', 'G&A'],
    ['are and the expenses', 'R&D'],
    ['high FRS', 'IFRS'],
    ['E B I T D A', undefined],
    ['see F O of the company', 'CFO'],
  ])('hears what %s spells', (text, initials) => {
    const found = spelled(ngramWords(text), 0).map((each) => each.initials)
    if (initials !== undefined) expect(found).toContain(initials)
    else expect(found).not.toContain('EBITDA')
  })

  it('hears none in words that spell nothing, or two letters by sound only', () => {
    expect(spelled(ngramWords('we expect growth'), 0)).toEqual([])
    expect(spelled(ngramWords('you see'), 0)).toEqual([])
  })
})

describe('spells', () => {
  it('tells letters by name from words that sound like them', () => {
    expect(spells(['d', 's', 'o'], 'dso')).toBe('byName')
    expect(spells(['high', 'frs'], 'ifrs')).toBe('bySound')
    expect(spells(['gross', 'margin'], 'gm')).toBe('not')
    expect(spells(['dso'], 'dso')).toBe('not')
  })
})
