import { isRemark } from './remarks.js'

/** A name as a key: brackets, honorifics' case and runs of white space do not matter. */
export const nameKey = (name: string): string =>
  name
    .replace(/[[\]*]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()

/**
 * Whether the words have the shape of a person's name: one to five capitalised words (or Han),
 * particles such as "van" allowed, none of them a word of headings and reports.
 */
export function isName(words: string): boolean {
  if (isRemark(words.replace(/[[\]]/g, ' '))) return false
  const bare = words.replace(/[[\]]/g, ' ').replace(NICKNAME, ' ').replace(SUFFIX, '').trim()
  if (bare.length < 2 || bare.length > 60) return false
  if (HAN_NAME.test(bare)) return !HAN_NOT_NAME.test(bare) && !HAN_FUNCTION_WORD.test(bare)
  const parts = bare.split(/\s+/)
  return (
    parts.length <= 5 &&
    parts.every((part) => NAME_WORD.test(part) || PARTICLES.has(part)) &&
    parts.some((part) => /\p{L}.*\p{L}/u.test(part)) &&
    !parts.some((part, index) => {
      const word = part.toLowerCase().replace(/[.:]$/, '')
      const closes = index > 0 && index === parts.length - 1
      return NOT_NAME.has(word) && !(closes && SURNAME_TOO.has(word))
    })
  )
}

/** Whether a name has at least two words, or is a Chinese name: enough to be taken for one on its own. */
export const isFullName = (words: string): boolean =>
  isName(words) && (/\S\s+\S/.test(words.replace(/[[\]]/g, ' ').trim()) || HAN_FULL_NAME.test(words.trim()))

/** Whether the label names a part in the call rather than a person: "Operator", "Unidentified Analyst", "spk04". */
export const isRoleLabel = (label: string): boolean => {
  const bare = label.trim()
  return bare.length <= 60 && ROLE_LABELS.some((pattern) => pattern.test(bare))
}

/** Labels that stand for a speaker only before a colon: "Q", "Answer", "CEO", "问". */
export const isColonLabel = (label: string): boolean =>
  isRoleLabel(label) || COLON_LABELS.some((pattern) => pattern.test(label.trim()))

const NICKNAME = /[(（"“][^()（）"“”]{1,30}[)）"”]/gu
const SUFFIX = /,?\s+(?:jr|sr|ii|iii|iv|ph\.?d|cfa|md)\.?$/iu
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’‑-]*|(?:\p{Lu}\p{L}{0,2}\.-?){1,4}|\p{Script=Han}{1,6}|[a-z]['’]\p{Lu}[\p{L}\p{M}'’-]*)$/u
const PARTICLES = new Set(
  'de da di do dos das du del della der den van von la le el al bin ibn binti y e zu ten ter san'.split(' '),
)
const HAN_NAME = /^[\p{Script=Han}·•]{2,12}$/u
const HAN_FULL_NAME = /^[\p{Script=Han}·•]{2,4}$/u
const HAN_NOT_NAME =
  /^(?:(?:会议|会議)?(?:时间|時間|日期|地点|地點|名称|名稱|主题|主題|议程|議程|标题|標題)|来源|來源|备注|備註|注|注意|附注|摘要|目录|目錄|记录人|記錄人|(?:主要)?(?:参会|參會|与会|與會|出席)\S*|(?:免责|免責)\S*|公司|(?:股票)?(?:代码|代碼)|首先|其次|最后|最後|第[一二三四五六七八九十]\S*|例如|比如|另外|总结|總結|收入|营收|營收|利润|利潤|毛利率?|净利润|淨利潤|现金流|現金流)$/u
const HAN_FUNCTION_WORD = /[我你您他她它们們的是了在就这這那个個吗嗎呢把被很]/u

const NOT_NAME = new Set(
  (
    'a about above adjusted after agenda all an analysis annual another answer answers appendix are as at average ' +
    'balance because before below board business but by call capital cash certain click closing company conclusion conference ' +
    'contact contents copyright corporate cost costs cover date day definitions details disclaimer disclosure discussion ' +
    'duration earnings ebitda end estimate example executive expenses extra fifth final finally financial first fiscal ' +
    'for forward fourth from front full further general good great growth guidance half hello here hi high highlights home how however ' +
    'i if image important in income industry information instructions interest introduction is it key last let link ' +
    'listed location looking management margin margins market markets measures meeting metrics more my name net new next ' +
    'no non-gaap not note notes now number of offer okay on one operating operational or our outlook overview page part participants ' +
    'per performance period please point prepared presentation press price profit quarter question questions read reconciliation ' +
    'reference regarding release remarks report reported reporting results revenue revenues review risks safe sales second ' +
    'section segment session share slide so source stock statement statements strategy subject summary sure table tax thank thanks ' +
    'that the then there these they third this three ticker time title to today topic total transcript two update updates ' +
    'unit us we web welcome well what when where which why with year yes yeah you your'
  ).split(' '),
)

/** Words of headings that are surnames after a given name. */
const SURNAME_TOO = new Set(['day', 'good', 'high', 'key', 'link', 'page', 'price'])

const PART =
  '(?:operator|moderator|coordinator|facilitator|host|interpreter|translator|analyst|speaker|participant|representative|executive|attendee|shareholder|investor|caller|voice|presenter)'
const ROLE_LABELS: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:conference|call|meeting|event|video|web)\\s+)?(?:operator|moderator|coordinator|facilitator|interpreter|translator)s?(?:\\s*#?\\d{1,2})?$`,
    'iu',
  ),
  /^(?:interpreter|translator)\s?[（(]?\s?for\s[^:]{2,40}$/iu,
  new RegExp(
    `^(?:unidentified|unknown|unnamed|unverified|unspecified|male|female|multiple)\\s(?:\\p{L}{2,15}\\s){0,2}${PART}s?(?:\\s*#?\\d{1,2})?$`,
    'iu',
  ),
  /^(?:company|corporate|conference call|call|conference)\s(?:representative|participant|speaker)s?(?:\s*#?\d{1,2})?$/iu,
  /^(?:spk|spkr|speaker|participant|analyst|voice|caller)[ _#-]?(?:\d{1,3}|[A-Z])$/iu,
  /^(?:主持人|會議主持人|会议主持人|接线员|接線員|操作员|操作員|话务员|會議助理|会议助理|口译员?|口譯員?|翻译员?|翻譯員?|译员|譯員|传译员?|同传)(?:\s?\d{1,2})?$/u,
  /^(?:发言人|發言人|说话人|說話人|讲话人|講話人|未知发言人|提问者|提問者|提问人|投资者|投資者|分析师|分析師|嘉宾|嘉賓|记者|股东)\s?(?:\d{1,3}|[A-Z]|[一二三四五六七八九十])?$/u,
]
const COLON_LABELS: readonly RegExp[] = [
  /^(?:q|a|question|answer|speaker|host|analyst|executive|management|company|investor relations|ir|ceo|cfo|coo|cto)$/iu,
  /^(?:问|答|問|提问|提問|回答|公司|管理层|管理層|公司管理层|董事长|董事長|总裁|總裁|首席执行官|首席財務官|首席财务官|财务总监|董秘|投资者关系|主持)$/u,
]
