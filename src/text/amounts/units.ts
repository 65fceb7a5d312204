import type { Span } from '../../types.js'
import type { Unit } from './amount.js'
import { alternation, GAP, lookAhead, lookBack, matchAt, wordAfter } from './scan.js'

/** Percent, points, times and measures that stand right after a figure. Currency is read elsewhere. */
export function unitAfter(
  text: string,
  start: number,
  fractional: boolean,
): { readonly unit: Unit; readonly end: number; readonly factor: number } | undefined {
  const match = matchAt(RATIO, text, start)
  if (match) {
    const end = start + match[0].length
    const word = (match[1] ?? match[2] ?? match[3])!
    const written = { start: end - word.length, end }
    const { kind, factor } = ratioOf(word)
    if (kind === 'times' && !isMultiple(text, written)) return undefined
    return { unit: { kind, written }, end, factor }
  }
  const points = matchAt(fractional ? ANY_POINTS : POINTS, text, start)
  if (points) {
    const end = start + points[0].length
    return {
      unit: { kind: 'percentage-points', written: { start: end - points[1]!.length, end } },
      end,
      factor: 1,
    }
  }
  const measure = matchAt(MEASURE, text, start)
  if (!measure) return undefined
  const end = start + measure[0].length
  const word = (measure[1] ?? measure[2])!
  const unit = measureOf(word)
  if (unit === undefined) return undefined
  return { unit: { kind: 'measure', unit, written: { start: end - word.length, end } }, end, factor: 1 }
}

const RATIO = new RegExp(
  String.raw`(?: ?([%％])(?! ?(?:point|pt|pps?\b))|(?:-|${GAP})(%? ?percentage[ -](?:points?|pounds)|percent[ -]points?|% ?(?:points?|pts?)|pp(?:ts?|s)?|ppts?|bas(?:is|ic|es|e)[ -]points?|bps?|bips|beeps|percentages?|percent|per[ ]cents?|pct|times|fold|x)(?![\p{L}\d])` +
    String.raw`| ?([个個]?百分[点點]|[个個][点點](?![子])|[个個]?基[点點]|倍|成(?![为為功本立长長交果熟员員都绩績就分品效年型份千百一人因])))`,
  'iuy',
)

function ratioOf(word: string): {
  kind: 'percent' | 'percentage-points' | 'basis-points' | 'times'
  factor: number
} {
  if (word === '成') return { kind: 'percent', factor: 10 }
  if (/^(?:[%％]|percentages?|percent|per\s*cents?|pct)$/iu.test(word)) return { kind: 'percent', factor: 1 }
  if (/^(?:bas|bp|bip|beep|[个個]?基)/iu.test(word)) return { kind: 'basis-points', factor: 1 }
  if (/^(?:times|fold|x|倍)$/iu.test(word)) return { kind: 'times', factor: 1 }
  return { kind: 'percentage-points', factor: 1 }
}

/** Not "6x12", "3 times a week", "times have changed". */
function isMultiple(text: string, written: Span): boolean {
  const after = lookAhead(text, written.end)
  return !/^ (?:an? |per |each |every )(?:day|week|month|year|quarter)/iu.test(after) && !/^ ?\d/u.test(after)
}

/** "3.5 points", "half a point", "8 points of margin", "a 3 point improvement"; not "3 points to make". */
const ANY_POINTS = new RegExp(
  String.raw`(?:-|${GAP})(points?)(?![\p{L}\d])(?! (?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b)`,
  'iuy',
)
const POINTS = new RegExp(
  String.raw`(?:-|${GAP})(points?)(?= (?:of (?:gross |operating |net |adjusted |market |revenue )*(?:margin|growth|share|improvement|expansion|leverage|contraction|decline|increase)|(?:year|quarter)[ -](?:over|on)|sequential|higher\b|lower\b|improvement|increase|decrease|decline|expansion|impact\b))`,
  'iuy',
)

const MEASURES: readonly (readonly [string, readonly string[]])[] = [
  ['GWh', ['gwh', 'gigawatt hours', 'gigawatt hour', '吉瓦时', '吉瓦時']],
  ['MWh', ['mwh', 'megawatt hours', 'megawatt hour', '兆瓦时', '兆瓦時']],
  ['kWh', ['kwh', 'kilowatt hours', 'kilowatt hour', '千瓦时', '千瓦時', '度电', '度電']],
  ['TWh', ['twh', 'terawatt hours', 'terawatt hour']],
  ['GW', ['gw', 'gws', 'gigawatts', 'gigawatt', 'gigs', 'gig', '吉瓦']],
  ['MW', ['mw', 'mws', 'megawatts', 'megawatt', '兆瓦']],
  ['kW', ['kw', 'kilowatts', 'kilowatt', '千瓦']],
  ['W', ['watts', 'watt', '瓦']],
  ['MB', ['mb', 'megabytes']],
  ['GB', ['gb', 'gigabytes', 'gigabyte']],
  ['TB', ['tb', 'terabytes', 'terabyte']],
  ['PB', ['pb', 'petabytes']],
  ['EB', ['eb', 'exabytes']],
  ['Mbps', ['mbps']],
  ['Gbps', ['gbps']],
  ['PFLOPS', ['pflops', 'petaflops']],
  ['EFLOPS', ['eflops', 'exaflops']],
  ['TFLOPS', ['tflops', 'teraflops']],
  ['TOPS', ['TOPS']],
  ['GHz', ['ghz']],
  ['MHz', ['mhz']],
  ['kHz', ['khz']],
  ['mAh', ['mah']],
  ['t', ['tons', 'ton', 'tonnes', 'tonne', 'metric tons', 'metric tonnes', 'metric ton', '吨', '噸', '公吨']],
  ['kg', ['kg', 'kgs', 'kilograms', 'kilogram', 'kilos', '公斤', '千克']],
  ['g', ['grams', 'gram']],
  ['mg', ['mg', 'milligrams', 'milligram']],
  ['lb', ['lbs', 'lb', 'pounds of', 'pound of']],
  ['oz', ['ounces', 'ounce', '盎司']],
  ['bbl', ['barrels', 'barrel', '桶']],
  ['boe', ['boe']],
  ['L', ['liters', 'litres', 'liter']],
  ['gal', ['gallons', 'gallon']],
  [
    'm²',
    ['square meters', 'square meter', 'square metres', 'sqm', 'sq m', 'm²', '平方米', '平米', '平方公尺'],
  ],
  ['ft²', ['square feet', 'square foot', 'sq ft', 'sqft', '平方英尺']],
  ['km²', ['square kilometers', 'square kilometres', 'km²', '平方公里']],
  ['m³', ['cubic meters', 'cubic metres', 'm³', '立方米', '方气']],
  ['ft³', ['cubic feet']],
  ['ha', ['hectares', 'hectare', '公顷']],
  ['acre', ['acres', 'acre', '英亩']],
  ['mu', ['mu', '亩', '畝']],
  ['km', ['km', 'kilometers', 'kilometres', 'kilometer', 'kilometre', '公里']],
  ['mi', ['miles', 'mile', '英里']],
  ['m', ['meters', 'metres', 'meter', '米']],
  ['cm', ['cm', 'centimeters', 'centimeter', '厘米']],
  ['mm', ['mm', 'millimeters', 'millimeter', '毫米']],
  ['nm', ['nm', 'nanometers', 'nanometer', 'nanometre', '纳米', '奈米']],
  ['in', ['inches', 'inch', '英寸', '寸']],
  ['ft', ['feet', 'foot']],
  ['TEU', ['teu', 'teus']],
  ['MMBtu', ['mmbtu']],
]
const CANONICAL: ReadonlyMap<string, string> = new Map(
  MEASURES.flatMap(([unit, names]) => names.map((name) => [name, unit] as const)),
)
const latin = [...CANONICAL.keys()].filter((name) => /^[a-z]/iu.test(name))
const han = [...CANONICAL.keys()].filter((name) => !/^[a-z]/iu.test(name))
const MEASURE = new RegExp(
  String.raw`(?:(?:-|${GAP})(${alternation(latin)}|W|V)(?![\p{L}\d])| ?(${alternation(han)})(?![兰粉糯其饭面线]))`,
  'iuy',
)

/** The unit's one name; short forms only in the case they are written in ("tops" is a word, "mm" no million). */
function measureOf(word: string): string | undefined {
  if (/^w$/iu.test(word)) return word === 'W' ? 'W' : undefined
  if (/^v$/iu.test(word)) return word === 'V' ? 'V' : undefined
  if (/^tops$/iu.test(word)) return word === 'TOPS' ? 'TOPS' : undefined
  return CANONICAL.get(word.toLowerCase().replaceAll(/[\s\u00a0-]+/gu, ' ')) ?? CANONICAL.get(word)
}

export interface Per extends Span {
  readonly per: string
}

/** "per share", "per diluted ADS", "a day", "/kWh", 每股. */
export function perAfter(text: string, start: number): Per | undefined {
  const match = matchAt(PER, text, start)
  if (!match) return undefined
  const per = (match[1] ?? match[2] ?? match[3])!
  return {
    start,
    end: start + match[0].length,
    per: /^[a-z]+$/iu.test(per) && !/^[A-Z]{2}/u.test(per) ? per.toLowerCase() : per,
  }
}

const PER = new RegExp(
  String.raw`(?: per |/| per-)((?:(?:fully )?(?:diluted |basic |ordinary |common |American depositary |class [a-z] )*)?[a-z²]{1,24}(?:[ -]hour)?)\b` +
    String.raw`| (?:an?|each|every|one) (day|week|month|quarter|year|share|ADS|ton|tonne|ounce|barrel|pound|piece|unit|watt|kilowatt|vehicle|user|customer|hour|minute|night)\b(?! (?:ago|earlier|before|later|prior))` +
    String.raw`|(?:\/|每|一)(股|瓦|吨|噸|天|年|月|日|公里|平方米|平米|千瓦时|度|桶|公斤|斤|件|台|辆|人)(?!均)`,
  'iuy',
)

/**
 * The noun counted, where one can be told: up to four words ending in the first plural, or the one
 * word joined by a hyphen ("12-month"), or after one ("1 unit").
 */
export function nounAfter(
  text: string,
  start: number,
): { readonly noun: string; readonly plural: boolean } | undefined {
  const words: string[] = []
  let end = start
  while (words.length < 4) {
    const word = wordAfter(text, end)
    if (
      !word ||
      word.gap === 'none' ||
      FUNCTION_WORDS.has(word.text) ||
      /^\d/u.test(lookAhead(text, word.end, 1))
    )
      break
    words.push(word.text)
    if (word.gap === 'hyphen' && words.length === 1) return { noun: word.text, plural: isPlural(word.text) }
    end = word.end
    if (isPlural(word.text)) return { noun: words.join(' '), plural: true }
  }
  if (words[0] !== undefined && TIMES.has(words[0]) && !YEAR_ON_YEAR.test(lookAhead(text, start, 16)))
    return { noun: words[0], plural: false }
  const single = words[0] !== undefined && /(?<![\d.,])(?:1|one)$/iu.test(lookBack(text, start, 6))
  return single ? { noun: words[0]!, plural: false } : undefined
}

const YEAR_ON_YEAR = /^ (?:year|quarter|month)[ -](?:over|on|to)\b/iu
const TIMES = new Set(['year', 'month', 'quarter', 'week', 'day', 'hour', 'minute', 'second'])

const isPlural = (word: string): boolean =>
  (/[^su]s$/u.test(word) && word.length > 3 && !/['’]s$|(?:ous|is)$/u.test(word)) ||
  /^(?:people|children|men|women|staff|personnel|feet)$/u.test(word)

const FUNCTION_WORDS = new Set(
  (
    'a about above across after again against all almost already also although always am among an and another any are around as at ' +
    'back be because been before being below between both but by can compared could did do does doing done down due during ' +
    'each either else even ever every for from further get gets go goes going got had has have having he her here him his how ' +
    'however i if in including into is it its itself just last less let like likely may me might more most much must my near ' +
    'nearly neither no nor not now of off on once one only onto or other our out over own per plus quite rather same second ' +
    'she should since so some still such than that the their them then there these they third this those though three through thus to ' +
    'together too toward towards two under until up upon us very versus via was we well were what when where whether which while ' +
    'who whose why will with within without would year-over-year yes yet you your million billion thousand percent first next ' +
    'increased decreased rose grew reached reaching representing respectively okay uh um yeah ago point dot ' +
    'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred'
  ).split(' '),
)

/** 个, 家, 台 … and the noun after, up to two characters; 年, 天, 人 count themselves. */
export function hanCountAfter(
  text: string,
  start: number,
): { readonly noun: string; readonly classifier: string } | undefined {
  const match = matchAt(CLASSIFIER, text, start)
  if (!match) return undefined
  const classifier = match[1] ?? match[3]!
  return { noun: match[2] ?? classifier, classifier }
}

const CLASSIFIER =
  /[多余餘]? ?(?:([个個家名位台辆輛款项項条條座只隻件套份次颗顆片张張场場支枚篇门門种種类類组組批层層笔筆轮輪户戶间間所城省市县縣国國]|部(?!分))(?:(?!百分)([^\P{Script=Han}的了是在和与與及或等以到至从從就都也还還呢吧呀吗嘛啊呃嗯这這那说不左右多]{1,2}))?|(天|年|岁|歲|人|周|小时|小時|分钟|分鐘|秒|季度|月|部分))/uy
