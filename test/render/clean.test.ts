import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanTranscript, paragraphsOf, wordsOf } from '../../src/render/clean.js'
import { renderClean, styles } from '../../src/render/render.js'
import { alignedFrom, spanOf } from '../support/aligned.js'

const call = alignedFrom(`11/19/2025

Operator: Please go ahead.

Wang Lin (CEO): <m><1>Hello everyone. <2>In the third season the income is 24.8 billion yuan.</m> <i><1>Hello, everyone.</i>

Wang Lin (CEO): <i><2>In the third quarter, revenue reached RMB 2.48 billion, with</i>

Wang Lin (CEO): <i><2>strong demand.</i> <m><0>I add one sentence.</m>

Zhao Min (CFO): Thank you. The growth margin rose.

So did uh profit | loss.`)

/** Each clean turn as `speaker: origin paragraph / origin paragraph`. */
const turnsOf = (doc: typeof call, edits: Parameters<typeof cleanTranscript>[1]['edits'] = []) =>
  cleanTranscript(doc, { edits }).map((part) =>
    part.kind === 'notice'
      ? part.text
      : `${part.speaker}: ${part.passages.map((passage) => `${passage.origin} ${paragraphsOf(passage).map(wordsOf).join(' ¶ ')}`).join(' / ')}`,
  )

describe('cleanTranscript', () => {
  it('lets turns follow the origins and joins the sentence that a border splits', () => {
    expect(turnsOf(call)).toEqual([
      '11/19/2025',
      'Operator: english Please go ahead.',
      'Wang Lin: mandarin Hello everyone. In the third season the income is 24.8 billion yuan.',
      'Interpreter (for Wang Lin): interpretation Hello, everyone. ¶ In the third quarter, revenue reached RMB 2.48 billion, with strong demand.',
      'Wang Lin: mandarin I add one sentence.',
      'Zhao Min: english Thank you. The growth margin rose. ¶ So did uh profit | loss.',
    ])
  })

  it('puts edits in place, also where they cross a border or take words away', () => {
    const doc = alignedFrom('A: <m>we say good by</m> <i>by and Real</i>\n\nA: <i>News uh, grew uh.</i>')
    const edit = (words: string, insert: string) => ({ ...spanOf(doc.text, words), insert })
    expect(
      turnsOf(doc, [
        edit('by by', 'bye'),
        edit('Real\n\nA: News', 'revenues'),
        edit('uh,', ''),
        { ...spanOf(doc.text, 'uh', 1), insert: '' },
      ]),
    ).toEqual(['A: mandarin we say good bye', 'Interpreter (for A): interpretation and revenues grew.'])
  })

  it('loses no words that no origin covers', () => {
    const doc = { ...alignedFrom('A: One two. <m>Three four.</m> Five.'), beads: [] }
    const sparse = { ...doc, origins: doc.origins.filter(({ origin }) => origin === 'mandarin') }
    expect(turnsOf(sparse)).toEqual(['A: mandarin One two. Three four. Five.'])
    expect(turnsOf({ ...doc, origins: [] })).toEqual(['A: english One two. Three four. Five.'])
  })

  it('keeps a turn without words out', () => {
    expect(turnsOf(alignedFrom('A: \n\nB: Yes.'))).toEqual(['B: english Yes.'])
  })
})

describe('renderClean', () => {
  it('renders as vendors do', () => {
    expect(renderClean(call, { edits: [] }, { style: 'vendor' })).toBe(`11/19/2025

Operator

Please go ahead.

Wang Lin - CEO

[Foreign language]

Interpreter (for Wang Lin)

[Interpreted] Hello, everyone.

In the third quarter, revenue reached RMB 2.48 billion, with strong demand.

Wang Lin - CEO

[Not interpreted] I add one sentence.

Zhao Min - CFO

Thank you. The growth margin rose.

So did uh profit | loss.
`)
  })

  it('renders both languages side by side, bead by bead', () => {
    expect(renderClean(call, { edits: [] }, { style: 'bilingual' })).toBe(`11/19/2025

**Operator**

Please go ahead.

| Mandarin: Wang Lin | Interpretation: Interpreter (for Wang Lin) |
| --- | --- |
| Hello everyone. | Hello, everyone. |
| In the third season the income is 24.8 billion yuan. | In the third quarter, revenue reached RMB 2.48 billion, with strong demand. |

| Mandarin: Wang Lin | Interpretation |
| --- | --- |
| I add one sentence. |  |

**Zhao Min** — *CFO*

Thank you. The growth margin rose.

So did uh profit \\| loss.
`)
  })

  it('renders every word with the origins marked where they change', () => {
    const edits = [{ ...spanOf(call.text, 'growth'), insert: 'gross' }]
    const verbatim = renderClean(call, { edits }, { style: 'verbatim' })
    expect(verbatim.match(/^\[(?:English|Mandarin|Interpretation)\] \S+/gm)).toEqual([
      '[English] Please',
      '[Mandarin] Hello',
      '[Interpretation] Hello,',
      '[Mandarin] I',
      '[English] Thank',
    ])
    expect(verbatim).toContain('The gross margin rose.')
  })

  it('does not repeat remarks that the vendor style makes itself', () => {
    const doc = alignedFrom(
      'A (CEO): <n>[Foreign Language] [Interpreted]</n> <i>Hello.</i>\n\nB: <n>[Foreign language]</n> <m><1>Good.</m> <i><1>Good.</i> Fine.',
    )
    expect(renderClean(doc, { edits: [] }, { style: 'vendor' })).toBe(`A - CEO

[Foreign Language]

Interpreter (for A)

[Interpreted] Hello.

B

[Foreign language]

Interpreter (for B)

[Interpreted] Good.

B

Fine.
`)
  })

  it('mends names and titles in the headings', () => {
    const doc = alignedFrom('Wong Lin (Chef Executive): Yes.')
    const edits = [
      { ...spanOf(doc.text, 'Wong'), insert: 'Wang' },
      { ...spanOf(doc.text, 'Chef'), insert: 'Chief' },
    ]
    expect(renderClean(doc, { edits }, { style: 'vendor' })).toBe('Wang Lin - Chief Executive\n\nYes.\n')
  })

  it('has no headings where nobody is named, and nothing for an empty text', () => {
    expect(renderClean(alignedFrom(': So we grew.'), { edits: [] }, { style: 'vendor' })).toBe(
      'So we grew.\n',
    )
    for (const style of styles) expect(renderClean(alignedFrom(''), { edits: [] }, { style })).toBe('')
  })

  it('keeps an interpretation apart from its Mandarin when English stands between', () => {
    const doc = alignedFrom('A: <m><1>Good.</m>\n\nO: Wait.\n\nA: <i><1>Fine.</i>')
    const bilingual = renderClean(doc, { edits: [] }, { style: 'bilingual' })
    expect(bilingual).toMatch(/\| Good\. \| {2}\|[^]*Wait\.[^]*\| {2}\| Fine\. \|/)
  })

  it('follows the Mandarin when the interpreter answers in another order or two rows meet one', () => {
    const doc = alignedFrom(
      'A: <m><1>One. <2>Two. <3>Three.</m> <i><2>Zwei. <0>Added. <1>Eins.</i>\n\nA: <m><4>Four.</m> <i><3>Drei, <4>vier.</i>',
    )
    const rows = renderClean(doc, { edits: [] }, { style: 'bilingual' }).split('\n')
    expect(rows.slice(2, -1)).toEqual([
      '|  | Added. |',
      '| One. | Eins. |',
      '| Two. | Zwei. |',
      '| Three. | Drei, |',
      '| Four. | vier. |',
    ])
  })

  it('shows hostile words in Markdown as they are', () => {
    const doc = alignedFrom('# A: <<b>*x*<</b> [y](z) `c` a|b $1 and $2 \u202e &amp;\n\n1. no list')
    expect(renderClean(doc, { edits: [] }, { style: 'bilingual' })).toBe(
      '**\\# A**\n\n\\<b\\>\\*x\\*\\</b\\> \\[y\\](z) \\`c\\` a\\|b \\$1 and \\$2 \\\\u{202e} \\&amp;\n\n1\\. no list\n',
    )
  })
})

describe('the words of a transcript', () => {
  const word = fc.constantFrom(
    'so',
    'we',
    'grew',
    '云',
    '.',
    ',',
    '15%',
    '$',
    '\n\n',
    '\n\nA: ',
    '\n\nB (Analyst): ',
  )
  const tag = fc.constantFrom('', 'm', 'i')
  const marked = fc
    .array(fc.tuple(tag, fc.array(word, { minLength: 1, maxLength: 6 })), { maxLength: 8 })
    .map((list) =>
      list.map(([name, words]) => (name === '' ? words.join(' ') : `<${name}>${words.join(' ')}</${name}>`)),
    )
    .map((pieces) => `A: ${pieces.join(' ')}`)

  const bare = (words: string) => words.replace(/\s/g, '')
  const spoken = (doc: typeof call) =>
    bare(doc.turns.flatMap(({ body }) => body.map(({ start, end }) => doc.text.slice(start, end))).join(''))

  it('all stand in the clean transcript, in order, when nothing is edited', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const doc = alignedFrom(text)
        const words = cleanTranscript(doc, { edits: [] }).flatMap((part) =>
          part.kind === 'turn' ? part.passages.flatMap(paragraphsOf).map(wordsOf) : [],
        )
        expect(bare(words.join(''))).toBe(spoken(doc))
      }),
    )
  })

  it('all stand in the verbatim style, in order', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const doc = alignedFrom(text)
        const rendered = renderClean(doc, { edits: [] }, { style: 'verbatim' })
          .split('\n\n')
          .filter((block) => !/^(?:Interpreter \(for [AB]\)|A|B - Analyst)\n?$/.test(block))
          .map((block) => block.replace(/^\[(?:English|Mandarin|Interpretation)\] /, ''))
        expect(bare(rendered.join(''))).toBe(spoken(doc))
      }),
    )
  })

  it('all stand in the bilingual style, each once, however the beads lie', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const unaligned = alignedFrom(text)
        const spans = (wanted: string) => unaligned.origins.filter(({ origin }) => origin === wanted)
        const across = spans('interpretation').toReversed()
        const beads = spans('mandarin').map((span, index) => {
          const other = across[index]
          return { mandarin: [span], interpretation: other ? [other] : [], score: 1, links: [] }
        })
        const doc = { ...unaligned, beads }
        const rendered = renderClean(doc, { edits: [] }, { style: 'bilingual' })
          .replace(/^(?:\| Mandarin.*|\*\*(?:A|B\*\* — \*Analyst\*|B)\**)$/gm, '')
          .replace(/\*\*(?:Interpreter \(for [AB]\)|A|B):\*\*/g, '')
          .replace(/\| --- \| --- \||[|\\]/g, '')
        const letters = (words: string) => Array.from(bare(words)).toSorted()
        expect(letters(rendered)).toEqual(letters(spoken(doc)))
      }),
    )
  })
})
