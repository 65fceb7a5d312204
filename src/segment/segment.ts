import { scriptOf } from '../text/script.js'
import { trimSpan } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'
import type { Notice, Segment, Segmented, Span, Transcript } from '../types.js'
import { markClauses, markOpeners } from './clauses.js'
import { divideHan } from './han.js'
import { markLengths } from './lengths.js'
import { SENTENCE, type Marks } from './marks.js'
import { markLostStops, markRunOns } from './run-ons.js'
import { markScriptBorders } from './scripts.js'
import { endsInStop, markStops } from './sentences.js'
import { runningWeights } from './weights.js'
import { firstIndex } from '../text/bisect.js'

/**
 * Cuts the spoken words into sentences and these into clauses of some 5 to 30 words, in both scripts. Rather
 * one cut too many than one too few: the origin may change only between segments. Notices are left out.
 * Time is linear in the length of the text.
 */
export function segmentTranscript(transcript: Transcript): Segmented {
  const { text, turns, notices } = transcript
  const sorted = notices.toSorted((a, b) => a.start - b.start)
  const segments: Segment[] = []
  let sentence = -1
  for (const [turn, { body }] of turns.entries()) {
    for (const paragraph of body) {
      sentence++
      for (const piece of paragraphPieces(text, paragraph, sorted)) {
        if (piece.opensSentence) sentence++
        const { start, end } = piece
        segments.push({ start, end, turn, sentence, script: scriptOf(text, piece) })
      }
    }
  }
  return { ...transcript, segments }
}

interface Piece extends Span {
  readonly opensSentence: boolean
}

function paragraphPieces(text: string, paragraph: Span, notices: readonly Notice[]): Piece[] {
  const pieces: Piece[] = []
  let ended = false
  for (const stretch of spokenStretches(paragraph, notices)) {
    const tokens = divideHan(text, tokenize(text, stretch))
    for (const [index, piece] of piecesOf(text, tokens).entries())
      pieces.push(index === 0 ? { ...piece, opensSentence: ended && pieces.length > 0 } : piece)
    ended = endsInStop(text, tokens)
  }
  return pieces
}

/** What of the paragraph no notice covers. */
function spokenStretches(paragraph: Span, notices: readonly Notice[]): Span[] {
  const stretches: Span[] = []
  let start = paragraph.start
  for (let index = firstEndingAfter(notices, start); index < notices.length; index++) {
    const notice = notices[index]!
    if (notice.start >= paragraph.end) break
    if (notice.start > start) stretches.push({ start, end: notice.start })
    start = Math.max(start, notice.end)
  }
  if (start < paragraph.end) stretches.push({ start, end: paragraph.end })
  return stretches
}

/** Index of the first notice that ends after the offset; notices are in order and do not overlap. */
const firstEndingAfter = (notices: readonly Notice[], offset: number): number =>
  firstIndex(notices, ({ end }) => end > offset)

function piecesOf(text: string, tokens: readonly Token[]): Piece[] {
  const marks: Marks = new Uint8Array(tokens.length)
  markStops(text, tokens, marks)
  const weights = runningWeights(tokens)
  markRunOns(text, tokens, marks, weights)
  markOpeners(text, tokens, marks)
  markScriptBorders(text, tokens, marks)
  markClauses(text, tokens, marks, weights)
  markLostStops(text, tokens, marks, weights)
  markLengths(text, tokens, marks, weights)
  return joinEmpty(text, tokens, marks)
}

/** The pieces between marks; one without a letter or digit joins the piece before, or else the one after. */
function joinEmpty(text: string, tokens: readonly Token[], marks: Marks): Piece[] {
  const pieces: Piece[] = []
  let start = tokens[0]?.start ?? 0
  let opensSentence = false
  let spoken = false
  for (const [index, token] of tokens.entries()) {
    opensSentence ||= marks[index] === SENTENCE
    spoken ||= LETTER_OR_DIGIT.test(text.slice(token.start, token.end))
    if (index + 1 < tokens.length && marks[index + 1] === 0) continue
    const last = pieces.at(-1)
    if (spoken) pieces.push({ ...trimSpan(text, { start, end: token.end }), opensSentence })
    else if (last) pieces[pieces.length - 1] = { ...last, end: token.end }
    else continue
    start = tokens[index + 1]?.start ?? token.end
    if (spoken) opensSentence = false
    spoken = false
  }
  return pieces
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
