import type { Family } from './figures.js'
import { basisIn, withoutTime, type Basis } from './periods.js'

/**
 * What part a figure plays in its statement: the value reported; the earlier value it is compared with;
 * by how much it changed; which part of a whole it is; none that the words tell.
 */
export type Role = 'level' | 'base' | 'change' | 'share' | 'other'

export type Direction = 'up' | 'down'

export interface Cue {
  readonly role: Role
  readonly direction?: Direction
  readonly basis?: Basis
  /** For a share, and a level that is one: the words that name the whole. */
  readonly whole?: string
}

/** The role of a figure from the words between the figure before (or the sentence's start) and it, and those after. */
export function cueOf(before: string, family: Family, after: string): Cue {
  const words = fold(before)
  const next = fold(after)
  const cue =
    shareCue(words, family, next) ?? changeCue(words, family, next) ?? baseCue(words) ?? levelCue(words)
  // "went down to 13.3% of revenue"
  const whole = family === 'share' && cue.role === 'level' ? SHARE_AFTER.exec(next)?.[1] : undefined
  return whole === undefined ? cue : { ...cue, whole }
}

/** Lower case, one blank for white space. */
export const fold = (words: string): string =>
  words.toLowerCase().replaceAll(/\s+/gu, ' ').replaceAll('’', "'")

const UP =
  'increas(?:ed|es|e|ing|ement)|gr(?:ew|ow|ows|owing|owth|own)|r(?:ose|ise|isen|ising|ises)|up|gain(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:ed|es|e|ing)|soar(?:ed|ing)?|expan(?:ded|ding|ds|sion)|improv(?:ed|es|ing|ement)|accelerat(?:ed|ing)|rebound(?:ed)?|higher|ramp(?:ed)?|uplift'
const DOWN =
  'decreas(?:ed|es|e|ing)|declin(?:ed|es|e|ing)|f(?:ell|all|alls|alling|allen)|drop(?:ped|s|ping)?|reduc(?:ed|es|ing|tion)|shr(?:ank|inking|unk)|narrow(?:ed|s|ing)|contract(?:ed|ion)|down|lower(?:ed)?|slip(?:ped)?|dip(?:ped)?|slowed|decelerated'
const ADVERB =
  'significantly|substantially|slightly|sharply|strongly|steadily|notably|considerably|dramatically|rapidly|robustly|further|again|also|year|sequentially|meaningfully|modestly|markedly|mainly|just|only|even|still|organically|respectively'

const HAN_UP = '增长|增長|上升|提升|增加|上涨|上漲|提高|增幅|增速|涨幅'
const HAN_DOWN = '下降|下滑|减少|減少|降低|下跌|收窄|降幅'

const CHANGE_BEFORE = new RegExp(
  String.raw`(?:(?<![\p{L}-])(?:(?<up>${UP})|(?<down>${DOWN}))(?: rates?| momentum)?(?:,? (?:${ADVERB})){0,3}(?: (?:by|of|was|is|were|at|reached|a|an|the|rate|around|being|came in at|stood at)){0,3},?|(?:(?<hanUp>${HAN_UP})|(?<hanDown>${HAN_DOWN}))(?:了|约|近|率|为|達到|达到|幅度)*)\s?$`,
  'u',
)
const CHANGE_AFTER = new RegExp(
  String.raw`^,? ?(?:(?:of |in )?(?:${ADVERB}|revenue|organic|the|total|significant|strong|robust|solid|overall) ){0,2}(?:(?<up>increase|growth|rise|improvement|gain|jump|expansion|up(?! from)|higher(?! than)|surge|uplift)|(?<down>decrease|decline|reduction|drop|fall|down(?! from)|lower(?! than)|contraction))(?![\p{L}-])`,
  'u',
)
const ARTICLE_BEFORE =
  /(?:^|[ ,])(?:an?|the|our|this|that|another|with|representing|reflecting|achieving|of|by|and|which is|that is|which was)(?: (?:impressive|strong|solid|significant|robust|slight|whopping|modest|remarkable|healthy|further|approximately))? ?$/u

function changeCue(words: string, family: Family, after: string): Cue | undefined {
  const timeless = withoutTime(words).replaceAll(/\s+/gu, ' ')
  const match = CHANGE_BEFORE.exec(timeless)
  const basis = basisIn(words.slice(-60)) ?? basisIn(/^[^.;]{0,50}/u.exec(after)![0])
  if (match && !/\bto\s?$/u.test(timeless)) {
    const up = (match.groups!['up'] ?? match.groups!['hanUp']) !== undefined
    return { role: 'change', direction: up ? 'up' : 'down', ...(basis && { basis }) }
  }
  if (family === 'amount') return undefined
  // "decrees by 7.8% from": the verb may be misheard.
  if (family === 'share' && / by $/u.test(words)) return { role: 'change', ...(basis && { basis }) }
  const next = CHANGE_AFTER.exec(withoutTime(after).replaceAll(/\s+/gu, ' '))
  if (!next || !ARTICLE_BEFORE.test(timeless)) return undefined
  return {
    role: 'change',
    direction: next.groups!['up'] === undefined ? 'down' : 'up',
    ...(basis && { basis }),
  }
}

const BASE = new RegExp(
  String.raw`(?:(?<![\p{L}])(?:from|compared? (?:with|to)|comparing (?:with|to)|compares (?:with|to)|comparable to|versus|vs\.?|against|relative to|as opposed to)(?: (?:a|an|the|only|just|that|about|our|net|gross|growth|adjusted|operating|gaap|non-gaap|ebitda|loss|losses|profit|income|revenue|revenues|margin|total|of|level|in|ones?|figure|number|from|operations|nearly)){0,6},?|(?:比|较|較|对比|對比|从|由|从去年的|去年同期的?|上年同期的?)[^，。,]{0,6})\s?$`,
  'u',
)

function baseCue(words: string): Cue | undefined {
  const timeless = withoutTime(words).replaceAll(/\s+/gu, ' ')
  const match = BASE.exec(timeless)
  return match ? { role: 'base' } : undefined
}

const LEVEL = new RegExp(
  String.raw`(?:(?<![\p{L}])(?:was|were|is|are|be|been|being|reach(?:ed|ing|es)?|total(?:ed|led|ing|ling|s)|stood at|stands at|amount(?:ed|s|ing)? to|came in at|coming in at|recorded|delivered|achiev(?:ed|ing|es)|posted|generated|hit(?:ting)?|register(?:ed|ing)|equal(?:s|ed)?|at|to|of|had|report(?:ed|ing)|exceed(?:ed|ing|s)|surpass(?:ed|ing)|invested|spent|booked)(?: (?:a|an|the|record|new|high|historical|total|about|to|level|also|both|each|been|only|just|therefore|thus|hence|then|positive|negative|around|nearly|approximately|roughly|now|already|still|again)){0,4},?|(?:达到?|達到?|为|為|是|有|实现|實現|录得|錄得|超过|至|到|收入|营收|利润|亏损|成本|费用|毛利率?|净利率?)了?)\s?$`,
  'u',
)
const RISING_TO = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?<up>${UP})|(?<down>${DOWN}))(?: (?!to )[\p{L}-]+){0,3},? to\s?$`,
  'u',
)

function levelCue(words: string): Cue {
  const timeless = withoutTime(words).replaceAll(/\s+/gu, ' ')
  const rising = RISING_TO.exec(timeless)
  const match = rising ?? LEVEL.exec(timeless)
  if (!match) return { role: endsWithMetric(timeless) ? 'level' : 'other' }
  const direction = rising && (rising.groups!['up'] === undefined ? 'down' : 'up')
  return { role: 'level', ...(direction && { direction }) }
}

/** "Sales and marketing RMB 628 million", "gross margin 41.3%". */
const endsWithMetric = (words: string): boolean => NAMED.test(words)

const NAMED =
  /(?<![\p{L}-])(?:revenues?|margins?|profits?|income|expenses?|costs?|ebitda|cap ?ex|expenditures?|(?:cash ?)?flow|gmv|sales|sg&a|g&a|r&d|marketing)(?: (?:for|in))?,? ?$/u

const SHARE_BEFORE =
  /(?:account(?:ed|s|ing)? for|contribut(?:ed|es|ing)(?: to)?|represent(?:ed|s|ing)|made up|making up|compris(?:ed|ing)|constitut(?:ed|ing)|or|was|were|is|are|it's|that's|,|占比?|佔比?)(?: (?:about|a|roughly|approximately|only|just|up)){0,2} ?(?:达到?|約|约|为)?\s?$/u
const SHARE_AFTER =
  /^(?: percent)? of (?:the |our |its |its total |their )?((?:(?!(?:which|and|or|in|by|from|to)\s)[\p{L}&'-]+\s){0,4}(?:revenues?|sales|income|billings?|gmv|total|deliveries|net revenues?|stores|costs?))(?![\p{L}])/u

function shareCue(words: string, family: Family, after: string): Cue | undefined {
  if (family !== 'share') return undefined
  const before = SHARE_BEFORE.exec(withoutTime(words).replaceAll(/\s+/gu, ' '))
  const whole = SHARE_AFTER.exec(after)
  if (before && whole) return { role: 'share', whole: whole[1]! }
  return undefined
}
