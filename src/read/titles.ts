/** A speaker's role and house, as written. */
export interface Affiliation {
  readonly title?: string
  readonly firm?: string
}

/**
 * Splits "Vice Chairman and Chief Executive Officer, Acme Cloud" or "Goldman Sachs -- Analyst" into role
 * and house. A piece that holds a word of offices or departments is a role; the pieces at the other end
 * are the house.
 */
export function splitTitle(written: string): Affiliation {
  const detail = written.replace(/\*/g, '').trim().replace(/\s+/g, ' ')
  if (detail === '') return {}
  const pieces = piecesOf(detail)
  const roles = pieces.map((piece) => isRole(piece.text))
  if (!roles.includes(true)) return { firm: detail }
  const lastRole = roles.lastIndexOf(true)
  const firstRole = roles.indexOf(true)
  if (lastRole < pieces.length - 1)
    return cut(detail, pieces[lastRole]!.end, pieces[lastRole + 1]!.start, false)
  if (firstRole > 0) return cut(detail, pieces[firstRole - 1]!.end, pieces[firstRole]!.start, true)
  return { title: detail }
}

/** Whether the words hold an office or a department: "Chief", "VP", "Investor Relations", "分析师". */
export const isRole = (words: string): boolean => ROLE.test(words) || HAN_ROLE.test(words)

/** Whether a line has the shape of a title line: short, begun like a name, not ended like a sentence. */
export const isTitleLine = (line: string): boolean =>
  line.length <= 140 &&
  /^[\p{Lu}\p{Script=Han}\d[(*]/u.test(line) &&
  (!/[.?!。？！…:：,]$/u.test(line) || COMPANY_END.test(line)) &&
  line.split(/\s+/).length <= 18

const ROLE =
  /\b(?:chief|officer|c[efotm]o|cio|cso|president|evp|svp|vp|avp|vice|chair|chairman|chairwoman|chairperson|director|head|manager|analyst|founder|co-founder|partner|counsel|secretary|controller|treasurer|principal|associate|representative|participant|operator|moderator|ir|investor relations|relations|research division|research|finance|strategy|operations|legal|marketing|development|communications|accounting|engineering|technology officer|business|overseas|affairs|department|division|interpreter|translator|economist|strategist|investor|shareholder)\b/iu
const HAN_ROLE =
  /董事|总裁|總裁|首席|总监|總監|经理|經理|分析师|分析師|主席|总监|秘书|秘書|主任|负责人|負責人|合伙人|创始人|創始人|投资者关系|研究/u
const COMPANY_END = /(?:^|[\s.])(?:inc|ltd|co|corp|llc|l\.p|n\.a|s\.a|plc|jr|sr|u\.s)\.$/iu

interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

function piecesOf(detail: string): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const match of detail.matchAll(
    /\s(?:--|[-–—|])\s|[,，]\s?(?!\s?(?:inc|ltd|llc|l\.p|co|corp|limited|plc|n\.a|s\.a)\b)/giu,
  )) {
    pieces.push({ text: detail.slice(start, match.index), start, end: match.index })
    start = match.index + match[0].length
  }
  pieces.push({ text: detail.slice(start), start, end: detail.length })
  return pieces
}

function cut(detail: string, end: number, start: number, firmFirst: boolean): Affiliation {
  const [first, second] = [detail.slice(0, end).trim(), detail.slice(start).trim()]
  const [title, firm] = firmFirst ? [second, first] : [first, second]
  return { ...(title && { title }), ...(firm && { firm }) }
}
