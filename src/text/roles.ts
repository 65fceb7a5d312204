import type { Participant, Speaker, Transcript } from '../types.js'

/** What a speaker does on the call, as far as the transcript's labels tell. */
export type Role = 'operator' | 'ir' | 'executive' | 'analyst' | 'interpreter' | 'unknown'

export const roles: readonly Role[] = ['operator', 'ir', 'executive', 'analyst', 'interpreter', 'unknown']

/** The role of each turn's speaker. */
export function rolesOf({ turns, participants }: Pick<Transcript, 'turns' | 'participants'>): Role[] {
  const listed = new Map(participants.map((participant) => [participant.name.toLowerCase(), participant]))
  return turns.map(({ speaker }) => roleOf(speaker, listed.get(speaker.label.toLowerCase())))
}

/**
 * The role of a speaker from his label, title and firm and those of his entry in the list of
 * participants. Whoever is given a firm but no title asks for it.
 */
export function roleOf({ label, title = '', firm = '' }: Speaker, listed?: Participant): Role {
  const words = [label, title, listed?.title ?? ''].join(' ')
  const firms = [firm, listed?.firm ?? ''].join(' ')
  return (
    signs.find(([, sign]) => sign.test(words))?.[0] ??
    (house.test(words) || house.test(firms) ? 'analyst' : undefined) ??
    (post.test(words) ? 'executive' : undefined) ??
    (/\p{L}/u.test(firms) && !title && !listed?.title ? 'analyst' : 'unknown')
  )
}

/** Tried in this order: an IR officer is no executive here, "Chief Analyst" is none either. */
const signs: readonly (readonly [Role, RegExp])[] = [
  ['interpreter', /interpret|translat|翻译|翻譯|口译|口譯/iu],
  ['operator', /\boperator\b|\bmoderator\b|主持人|接线员|接線生|話務/iu],
  ['analyst', /\banalyst\b|\bequity research\b|\bresearch division\b|分析师|分析師/iu],
  ['ir', /\binvestor relations\b|\bIR\b|投资者关系|投資者關係/iu],
  [
    'executive',
    /\bchief\b|\bc[efost]o\b|\bpresident\b|\bchair|\bfounder\b|\bofficer\b|执行官|執行長|财务官|財務長|董事|总裁|總裁|总经理|總經理/iu,
  ],
]

/** Where analysts work; "capital markets" is an office of listed companies too. */
const house =
  /\b(?:securities|research(?! and development)|capital(?! markets)|bank|equity|partners|asset management)\b/iu

/** Posts that are held in companies and at brokers. */
const post = /\b(?:director|head|manager|treasurer|controller|secretary)\b/iu
