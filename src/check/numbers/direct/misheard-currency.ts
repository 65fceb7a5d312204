import { figuresOf } from '../../../numbers/figures.js'
import type { Aligned, Found } from '../../../types.js'

/** "all numbers are in R and B", "use the R&D as currency": the letters, in a sentence on the currency, in a call with RMB amounts. */
export function* misheardNames(doc: Aligned): Generator<Found> {
  const marked = figuresOf(doc).find(
    ({ unit, origin }) => unit.kind === 'currency' && unit.code === 'CNY' && origin !== 'mandarin',
  )
  if (!marked) return
  for (const match of doc.text.matchAll(MISHEARD)) {
    const heard = match[1] ?? match[2]!
    const start =
      match.index + (match[1] === undefined ? match[0].indexOf(heard) : match[0].lastIndexOf(heard))
    yield {
      start,
      end: start + heard.length,
      message: `"${heard}" as a currency: RMB, renminbi?`,
      confidence: 0.92,
      evidence: [{ kind: 'mention', start: marked.start, end: marked.end, note: 'amounts are marked so' }],
      suggestions: (/^[RWr][eua]/u.test(heard) ? ['renminbi', 'RMB'] : ['RMB']).map((text, place) => ({
        text,
        confidence: place === 0 ? 0.92 : 0.5,
        safe: false,
      })),
    }
  }
}

/** Three letters that sound like R-M-B, after "amounts are in" or before "as currency". */
const MISHEARD =
  /\b(?:figures|amounts|numbers|financials)\b[^.?!]{0,80}?\b(?:in|is) (?:the )?(?!RMB\b)(R ?(?:&|and|n|[MN]) ?[BDPV]|RM[DPV]|RN[BD]|ARMB|R M|(?:r[aeu]n|rent|wren|rem) (?:and|in|men|mean|min) b(?:e|ee|ay|ie|i|y)?|(?:r|are|our) (?:and|m|em|in|an|am) (?:b|be|bee)|remember|women be)(?![\p{L}&])|\b(?!RMB\b)(R ?(?:&|and|[MN]) ?[BDPV]|RM[DPV]|RN[BD]) as (?:the |our )?(?:reporting )?currency\b/giu

/** "R and B 64 million", "539 million r and b, up …": the letters beside an amount. */
export function* misheardMarks({ text, origins }: Aligned): Generator<Found> {
  for (const match of text.matchAll(BESIDE)) {
    const start = match.index
    const end = start + match[0].length
    if (origins.some((span) => span.origin === 'mandarin' && span.start < end && start < span.end)) continue
    yield {
      start,
      end,
      message: `"${match[0]}" beside an amount: RMB?`,
      confidence: 0.92,
      evidence: [{ kind: 'structure', note: 'an amount stands beside it' }],
      suggestions: [{ text: 'RMB', confidence: 0.92, safe: false }],
    }
  }
}

const BESIDE =
  /\b(?:R and B|RNB|RMV|ARM ?B)(?= \d[\d,.]* ?(?:million|billion)\b)|(?<=\b(?:million|billion) )(?:R and B|RNB|RMV|ARM ?B)(?=[,.;]|$| (?:up|down|an|compared|representing|in|from|and|or|which|with|versus)\b)/gimu

/** "They are in anti dollars", "five million empty dollars": the letters of NT dollars as a word, in a call with NT$ amounts. */
export function* misheardDollars(doc: Aligned): Generator<Found> {
  const marked = figuresOf(doc).find(({ unit }) => unit.kind === 'currency' && unit.code === 'TWD')
  if (!marked) return
  for (const match of doc.text.matchAll(LETTERS)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `"${match[0]}" as a currency: NT dollars?`,
      confidence: 0.92,
      evidence: [{ kind: 'mention', start: marked.start, end: marked.end, note: 'amounts are marked so' }],
      suggestions: [{ text: `NT ${match[1]!.toLowerCase()}`, confidence: 0.92, safe: false }],
    }
  }
}

const LETTERS = /\b(?:anti|auntie|empty|entity|(?:and|end|in|on|an) (?:tea|tee|t)|mt|np)[ -](dollars?)\b/giu
