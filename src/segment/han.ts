import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'

/** Words before which a Chinese clause begins, in Simplified and Traditional. */
const BEFORE =
  '所以|但是|但|然后|然後|因为|因為|那么|那麼|另外|同时|同時|其次|首先|第一|第二|第三|第四|最后|最後|不过|不過|而且|' +
  '此外|其中|因此|如果|虽然|雖然|总之|總之|接下来|接下來|比如|例如|包括|至于|至於|关于|關於|还有|還有|并且|並且|' +
  '我们|我們|大家好|各位|谢谢|謝謝|感谢|感謝|请问|請問'
/** Particles after which one is over. */
const AFTER = '好吧|对吧|對吧|好的|谢谢大家|謝謝大家|大家好'

/** The strongest of these may cut a piece that is not yet long. */
const DISCOURSE =
  /^(?:所以|但是|然[后後]|因[为為]|那[么麼]|另外|同[时時]|其次|首先|第[一二三四]|最[后後]|不[过過]|而且|此外|因此|接下[来來])/u

const WORD = new RegExp(`${AFTER}|${BEFORE}`, 'gu')
const IS_AFTER = new RegExp(`^(?:${AFTER})$`, 'u')

/** Tokens with Han runs divided where a clause may begin, so that every possible border is a token's. */
export function divideHan(text: string, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (token.kind === 'han' ? divide(text, token) : [token]))
}

function divide(text: string, token: Token): Token[] {
  const run = textOf(text, token)
  const borders = new Set<number>()
  for (const match of run.matchAll(WORD))
    borders.add(IS_AFTER.test(match[0]) ? match.index + match[0].length : match.index)
  const edges = [0, ...[...borders].filter((border) => border > 0 && border < run.length), run.length]
  return edges
    .slice(1)
    .map((edge, index) => ({ start: token.start + edges[index]!, end: token.start + edge, kind: 'han' }))
}

/** Whether a discourse word (所以, 但是, 第二 …) begins at the token. */
export const opensHanClause = (text: string, token: Token): boolean =>
  token.kind === 'han' && DISCOURSE.test(textOf(text, token))

/** Whether the token ends in a particle (好吧) that closes what was said. */
export const closesHanClause = (text: string, token: Token): boolean =>
  token.kind === 'han' && CLOSED.test(textOf(text, token))

const CLOSED = new RegExp(`(?:${AFTER})$`, 'u')
