import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'

/** The strongest openers may cut a piece that is not yet long. */
const DISCOURSE =
  '所以|但是|然[后後]|因[为為]|那[么麼]|另外|同[时時]|其次|首先|第[一二三四五](?!季)|最[后後]|不[过過]|而且|此外|因此|接下[来來]'
/** Words that open most clauses they stand in: subjects, topics, connectives of speech. */
const OPENERS =
  '可是|其[实實]|我[们們]|我|它|他[们們]|你|更重要|[总總]之|[虽雖]然|由[于於]|至[于於]|[关關][于於]|[还還]有|其中|' +
  '到[一二三四五六七八九十]+月底|截至|目前|[当當]然|[请請][问問]|[谢謝][谢謝]|感[谢謝]|大家好|各位|也就是|下面|以前|在[这這][样樣]|[为為][什甚][么麼]'
/** Words that open clauses and stand inside them as often: an opening only where something has just ended. */
const WEAK_OPENERS =
  '但|如果|比如|例如|包括|[并並]且|[这這]|那|[现現]在|未[来來]|今年|去年|明年|[上下]半年|前[一二三][个個]?季|第?[一二三四]季|到|好(?=我)|' +
  '[预預][计計估]|整[体體]|[对對]|按照|根[据據]|[从從]|在|[随隨][着著]|一[个個]|就是|[国國][内內]|海外|全年|[呃嗯]'
/** Particles after which a clause is over. */
const PARTICLES =
  '好吧|[对對]吧|好的|[谢謝]{2}大家|大家好|[电電][话話][会會]|法[说說][会會]|[业業][绩績][会會]'
/** Words after which one may be over. */
const WEAK_PARTICLES =
  '百分之[零〇一二三四五六七八九十百点點]+|[个個]百分[点點]|了|的|呢|[亿億万萬]?(?:美元|港元|日元|[欧歐]元|元)'

const WORD = new RegExp(
  `(?<after>${PARTICLES}|${WEAK_PARTICLES})|${DISCOURSE}|${OPENERS}|${WEAK_OPENERS}`,
  'gu',
)

/** Tokens with Han runs divided where a clause may begin, so that every possible border is a token's. */
export function divideHan(text: string, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (token.kind === 'han' ? divide(text, token) : [token]))
}

function divide(text: string, token: Token): Token[] {
  const run = textOf(text, token)
  const borders = new Set<number>()
  for (const match of run.matchAll(WORD))
    borders.add(match.groups!['after'] === undefined ? match.index : match.index + match[0].length)
  const edges = [0, ...[...borders].filter((border) => border > 0 && border < run.length), run.length]
  return edges
    .slice(1)
    .map((edge, index) => ({ start: token.start + edges[index]!, end: token.start + edge, kind: 'han' }))
}

/** Whether a discourse word (所以, 但是, 第二 …) begins at the token. */
export const opensHanClause = (text: string, token: Token): boolean =>
  token.kind === 'han' && OPENS_CLAUSE.test(textOf(text, token))

const OPENS_CLAUSE = new RegExp(`^(?:${DISCOURSE})`, 'u')

/** Whether the token ends in a particle (好吧) that closes what was said. */
export const closesHanClause = (text: string, token: Token): boolean =>
  token.kind === 'han' && CLOSES_CLAUSE.test(textOf(text, token))

const CLOSES_CLAUSE = new RegExp(`(?:${PARTICLES})$`, 'u')

/** How readily a clause begins at a Han token in speech without punctuation: 4 surely, 3 … 1, 0 hardly. */
export function hanStrength(text: string, tokens: readonly Token[], index: number): 0 | 1 | 2 | 3 | 4 {
  const word = textOf(text, tokens[index]!)
  const before = tokens[index - 1]!
  const previous = textOf(text, before)
  const amount = before.kind === 'symbol' || (before.kind === 'han' && ENDS_AMOUNT.test(previous))
  const ended = amount || (before.kind === 'han' && MAY_END.test(previous))
  if (OPENS_CLAUSE.test(word)) return 4
  if (before.kind === 'han' && GOES_ON.test(previous)) return 0
  if (OPENS.test(word)) return amount ? 4 : previous.endsWith('的') ? 2 : 3
  if (MAY_OPEN.test(word)) return ended ? 3 : previous.endsWith('的') ? 0 : 1
  return ended && !CLINGS.test(word) ? 2 : 0
}

const OPENS = new RegExp(`^(?:${OPENERS})`, 'u')
const MAY_OPEN = new RegExp(`^(?:${WEAK_OPENERS})`, 'u')
const MAY_END = new RegExp(`(?:${PARTICLES}|百分之[零〇一二三四五六七八九十百点點]+|了|[呢啊])$`, 'u')
const ENDS_AMOUNT = /[元家倍成分点點人年月天次]$/u
/** Goes with the amount before. */
const CLINGS = /^[的左以多到至和跟与與及之啊呢吧嘛同比年季环環]/u
/** What follows is the object or the rest of the clause. */
const GOES_ON =
  /[在是对對把被让讓给給跟和与與及为為从從向到于於比将將就也都而但最更很不没有要会會能该該呢着著以所这這那每个個]$|(?:[说說證证]明|[认認]为|[认認]為|[觉覺]得|相信|希望|知道|看到|了解|表示|感[谢謝]|[谢謝]{2})$/u
