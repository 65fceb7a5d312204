import type { Wording } from '../../src/lexicon/tables.js'

/**
 * Compiles a sentence with its variants: `(a|b)` one of both, `(a|)` may be left out, groups may nest.
 * The lattice is Glushkov's automaton of the sentence (V. M. Glushkov, 1961): one state a word
 * occurrence, no empty steps. Throws Error at a bracket without its partner.
 */
export function compileWording(topic: string, sentence: string): Wording {
  const pieces = sentence.match(/[()|]|[^\s()|]+/g) ?? []
  const words: string[] = []
  const next: number[][] = []
  let at = 0
  const sequence = (): Part => {
    let whole: Part = { first: [], last: [], skips: true, text: [] }
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') whole = joined(whole, part(), next)
    return whole
  }
  const part = (): Part => {
    const piece = pieces[at++]!
    if (piece !== '(') return single(piece, words, next)
    const options = [sequence()]
    while (pieces[at] === '|') {
      at++
      options.push(sequence())
    }
    if (pieces[at++] !== ')')
      throw new Error(`close the bracket in "${sentence}" of boilerplate/${topic}.txt.`)
    return {
      first: options.flatMap(({ first }) => first),
      last: options.flatMap(({ last }) => last),
      skips: options.some(({ skips }) => skips),
      text: options[0]!.text,
    }
  }
  const { first, last, text } = sequence()
  if (at < pieces.length)
    throw new Error(`take a bracket or bar away in "${sentence}" of boilerplate/${topic}.txt.`)
  return { topic, text: text.join(' ').replace(/ (?=[.,])/g, ''), words, starts: first, next, ends: last }
}

/** A stretch of the sentence: where its paths may begin and end, whether it may be empty, its first variant. */
interface Part {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly skips: boolean
  readonly text: readonly string[]
}

function single(piece: string, words: string[], next: number[][]): Part {
  const word = bareWord(piece)
  if (word === '') return { first: [], last: [], skips: true, text: [piece] }
  const state = words.push(word) - 1
  next.push([])
  return { first: [state], last: [state], skips: false, text: [piece] }
}

/** Without the punctuation that follows it; initialisms keep their last stop. */
const bareWord = (piece: string): string =>
  /^(?:\p{L}\.)+,?$/u.test(piece) ? piece.replace(',', '') : piece.replace(/[.,]+$/, '')

function joined(left: Part, right: Part, next: number[][]): Part {
  for (const from of left.last) next[from]!.push(...right.first)
  return {
    first: left.skips ? [...left.first, ...right.first] : left.first,
    last: right.skips ? [...left.last, ...right.last] : right.last,
    skips: left.skips && right.skips,
    text: [...left.text, ...right.text],
  }
}
