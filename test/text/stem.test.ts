import { describe, expect, it } from 'vitest'
import { porter2, stem } from '../../src/text/stem.js'
import { isStopWord } from '../../src/text/stop-words.js'

const SNOWBALL = `
consign consign, consigned consign, consigning consign, consignment consign, consist consist, consisted consist,
consistency consist, consistent consist, consistently consist, consisting consist, consists consist,
consolation consol, consolations consol, consolatory consolatori, console consol, consoled consol, consoles consol,
consolidate consolid, consolidated consolid, consolidating consolid, consoling consol, consolingly consol,
consols consol, consonant conson, consort consort, consorted consort, consorting consort, conspicuous conspicu,
conspicuously conspicu, conspiracy conspiraci, conspirator conspir, conspirators conspir, conspire conspir,
conspired conspir, conspiring conspir, constable constabl, constables constabl, constance constanc,
constancy constanc, constant constant, knack knack, knackeries knackeri, knacks knack, knag knag, knave knave,
knaves knave, knavish knavish, kneaded knead, kneading knead, knee knee, kneel kneel, kneeled kneel,
kneeling kneel, kneels kneel, knees knee, knell knell, knelt knelt, knew knew, knick knick, knif knif, knife knife,
knight knight, knightly knight, knights knight, knit knit, knits knit, knitted knit, knitting knit, knives knive,
knob knob, knobs knob, knock knock, knocked knock, knocker knocker, knockers knocker, knocking knock, knocks knock,
knopp knopp, knot knot, knots knot, skies sky, dying die, news news, generate generat, general general,
generously generous, proceed proceed, ties tie, cries cri, hopping hop, hoping hope, sky sky, by by, say say,
communication communic, happiness happi, relational relat, usefulness use, y y`

describe('porter2', () => {
  it.each(
    SNOWBALL.trim()
      .split(/,\s+/u)
      .map((pair) => pair.split(' ') as [string, string]),
  )('leads %s to %s', (word, expected) => {
    expect(porter2(word)).toBe(expected)
  })
})

describe('stem', () => {
  it.each([
    ['grew', 'grow'],
    ['rose', 'rise'],
    ['sold', 'sell'],
    ['held', 'hold'],
    ['led', 'lead'],
    ['men', 'man'],
    ['children', 'child'],
    ['better', 'good'],
    ['analyses', 'analysis'],
    ['Growing', 'grow'],
    ['company’s', 'company'],
    ["quarters'", 'quarters'],
  ])('brings %s and %s together', (a, b) => {
    expect(stem(a)).toBe(stem(b))
  })

  it('leaves figures and Han as they are', () => {
    expect(stem('2025')).toBe('2025')
    expect(stem('收入')).toBe('收入')
  })
})

describe('isStopWord', () => {
  it('knows function words and fillers and leaves content', () => {
    expect(['the', 'of', "we're", 'um', 'yeah'].every(isStopWord)).toBe(true)
    expect(['revenue', 'gross', 'year', 'first'].some(isStopWord)).toBe(false)
  })
})
