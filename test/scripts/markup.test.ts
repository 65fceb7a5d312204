import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { escapeMarkup, parseMarked } from '../../scripts/markup.js'
import { textOf, trimSpan } from '../../src/text/spans.js'
import type { Span } from '../../src/types.js'

/** Every line is a turn of one paragraph, but for lines that begin with #. */
function readLines(text: string) {
  const lines = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const turns = lines
    .filter((line) => text[line.start] !== '#')
    .map((line) => trimSpan(text, line))
    .filter((line) => line.start < line.end)
    .map((body) => {
      const header = { start: body.start, end: body.start }
      return { speaker: { label: '', span: header }, header, body: [body] }
    })
  return { turns }
}

const parse = (marked: string) => parseMarked(marked, readLines)

describe('markup of origins', () => {
  it('takes unmarked speech for English and leaves white space and headers out', () => {
    const { text, gold } = parse(
      '# Host\nHello. <m>Good season. \n# Host\n Thank you.</m> <i>Good quarter.</i> Bye.',
    )
    expect(text).toBe('# Host\nHello. Good season. \n# Host\n Thank you. Good quarter. Bye.')
    expect(gold.origin.map((span) => [textOf(text, span), ...span.origin])).toEqual([
      ['Hello.', 'english'],
      ['Good season.', 'mandarin'],
      ['Thank you.', 'mandarin'],
      ['Good quarter.', 'interpretation'],
      ['Bye.', 'english'],
    ])
  })

  it('allows several labels', () => {
    expect(parse('<m|i>Thank you.</m|i>').gold.origin[0]!.origin).toEqual(['mandarin', 'interpretation'])
    expect(parse('<e|i>Thank you.</e|i>').gold.origin[0]!.origin).toEqual(['english', 'interpretation'])
  })

  it('keeps notices outside every turn, a span a paragraph', () => {
    const { text, gold } = parse('Bye.\n\n<n># Disclaimer\n\n# No warranty.\n</n>')
    expect(gold.origin.map((span) => textOf(text, span))).toEqual(['Bye.', '# Disclaimer', '# No warranty.'])
    expect(gold.origin[2]!.origin).toEqual(['notice'])
  })

  it('leaves out pieces without letters or digits', () => {
    expect(parse('<m>Good.</m> . . . <i>Good.</i>').gold.origin).toHaveLength(2)
  })
})

describe('markup of beads', () => {
  it('joins pieces of one number on either side, up to the next mark or the border of the turn', () => {
    const { text, gold } = parse('<m><1>A b. <2>C d.</m> <i><1>First\n<1>half. <2>Second.\nNo bead.</i>')
    const words = (spans: readonly Span[]) => spans.map((span) => textOf(text, span))
    expect(gold.alignment.map((bead) => [words(bead.mandarin), words(bead.interpretation)])).toEqual([
      [['A b.'], ['First', 'half.']],
      [['C d.'], ['Second.']],
    ])
  })

  it('takes <0> for a piece without partner, each a bead of its own', () => {
    const { gold } = parse('<m><0>A. <0>B.</m> <i><0>C.</i>')
    expect(gold.alignment.map((bead) => [bead.mandarin.length, bead.interpretation.length])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ])
  })
})

describe('markup of errors', () => {
  it('keeps what was heard and notes what was said', () => {
    const { text, gold } = parse(
      'a {24.8 billion=>2.48 billion;;RMB 2.48 billion|scale|B} b {uh uh=>|noise|A} {Run=>Ruan}',
    )
    expect(text).toBe('a 24.8 billion b uh uh Run')
    expect(gold.errors).toEqual([
      {
        start: 2,
        end: 14,
        text: '24.8 billion',
        correction: ['2.48 billion', 'RMB 2.48 billion'],
        category: 'scale',
        tier: 'B',
      },
      { start: 17, end: 22, text: 'uh uh', correction: [], category: 'noise', tier: 'A' },
      { start: 23, end: 26, text: 'Run', correction: ['Ruan'], category: 'term', tier: 'A' },
    ])
  })

  it('lets one error stand inside another', () => {
    const { text, gold } = parse('{x {y=>z|homophone|B} w=>|untranslated|A}')
    expect(text).toBe('x y w')
    expect(gold.errors.map((error) => error.text)).toEqual(['x y w', 'y'])
  })
})

describe('mistakes in the markup', () => {
  it.each([
    ['a\n<m>b', 'line 2, column 1: <m> is never closed: write </m>'],
    ['<x>b</x>', 'line 1, column 1: <x> is no tag'],
    ['<m>a <i>b</i></m>', 'line 1, column 6: <i> stands inside <m>: write </m> before it'],
    ['<m>a</i>', '</i> closes <m>: write </m>'],
    ['a</i>', '</i> closes nothing: remove it'],
    ['<3>a', 'line 1, column 1: bead <3> stands outside <m> and <i>: move it inside'],
    ['<m|i><3>a</m|i>', 'a bead in <m|i> has no side'],
    ['<m><3>a</m>', 'line 1, column 4: bead 3 has no interpretation'],
    [
      '<m><3>a</m><i><3>b</i><m><3>c</m><i><3>d</i>',
      'line 1, column 37: bead 3 was spoken and interpreted before: give these words another number',
    ],
    ['<m><0> </m>', 'line 1, column 4: bead 0 marks no spoken words: remove it'],
    ['a {b', 'line 1, column 3: this error has no correction'],
    ['a {b=>c', 'line 1, column 3: this error is never closed'],
    ['a {=>c}', 'an error needs words to stand on'],
    ['a {b=>c|typo}', 'typo is no category'],
    ['a {b=>c|term|E}', 'write {heard=>said|category|tier}'],
  ])('%j: %s', (marked, message) => {
    expect(() => parse(marked)).toThrow(message)
  })
})

describe('laws of the markup', () => {
  const words = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,3}[.]?$/)
  const plain = words.map((text) => ({ marked: text, text }))
  const error = fc
    .tuple(words, words)
    .map(([heard, said]) => ({ marked: `{${heard}=>${said}}`, text: heard }))
  const tagged = fc
    .tuple(
      fc.constantFrom('m', 'i', 'n', 'm|i'),
      fc.array(fc.oneof(plain, error), { minLength: 1, maxLength: 3 }),
    )
    .map(([tag, parts]) => ({
      marked: `<${tag}>${parts.map((part) => part.marked).join(' ')}</${tag}>`,
      text: parts.map((part) => part.text).join(' '),
    }))
  const line = fc.array(fc.oneof(plain, error, tagged), { minLength: 1, maxLength: 5 })

  test.prop([fc.array(line, { maxLength: 5 })])('the text is what stands between the marks', (lines) => {
    const join = (key: 'marked' | 'text') =>
      lines.map((parts) => parts.map((part) => part[key]).join(' ')).join('\n')
    const { text, gold } = parse(join('marked'))
    expect(text).toBe(join('text'))
    for (const found of gold.errors) expect(textOf(text, found)).toBe(found.text)
    for (const span of gold.origin) expect(trimSpan(text, span)).toEqual({ start: span.start, end: span.end })
    gold.origin.slice(1).forEach((span, index) => {
      expect(span.start).toBeGreaterThanOrEqual(gold.origin[index]!.end)
    })
    expect(parse(join('marked'))).toEqual({ text, gold })
  })

  test.prop([fc.string()])('escaped text is read back as it was', (text) => {
    expect(parse(escapeMarkup(text)).text).toBe(text)
  })
})
