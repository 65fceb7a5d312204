import type { Speaker, Turn } from '../types.js'

/** What a speaker does on the call, as far as the transcript's labels tell. */
export type Role = 'operator' | 'ir' | 'executive' | 'analyst' | 'interpreter' | 'unknown'

export const roles: readonly Role[] = ['operator', 'ir', 'executive', 'analyst', 'interpreter', 'unknown']

/** The role of each turn's speaker, from label, title and firm. */
export const rolesOf = (turns: readonly Turn[]): Role[] => turns.map(({ speaker }) => roleOf(speaker))

function roleOf({ label, title = '', firm = '' }: Speaker): Role {
  const words = `${label} ${title}`
  return (
    patterns.find(([, pattern]) => pattern.test(words))?.[0] ??
    (/\p{L}/u.test(firm) && !title ? 'analyst' : 'unknown')
  )
}

/** Tried in this order: an IR director is no executive here, an analyst's title may hold "Director". */
const patterns: readonly (readonly [Role, RegExp])[] = [
  ['interpreter', /interpret|translat|翻译|翻譯|口译|口譯/iu],
  ['operator', /\boperator\b|\bmoderator\b|主持人|接线员|接線生|話務/iu],
  ['analyst', /\banalyst\b|\bresearch\b(?! and development)|分析师|分析師/iu],
  ['ir', /investor relations|\bIR\b|投资者关系|投資者關係/iu],
  [
    'executive',
    /\bchief\b|\bc[efot]o\b|\bpresident\b|\bchair|\bfounder\b|\bdirector\b|\bofficer\b|\bmanager\b|执行官|執行長|财务官|財務長|董事|总裁|總裁|总经理|總經理/iu,
  ],
]
