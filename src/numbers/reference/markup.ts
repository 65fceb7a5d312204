/**
 * A document's HTML as lines of text: a paragraph a line, a table row a line with its cells parted by
 * tabs. Scripts, styles and comments are left out. Linear in the length of the document.
 */
export function textOfHtml(html: string): string {
  const pieces: string[] = []
  let hidden: string | undefined
  let cell = false
  for (const [piece] of withoutComments(html).matchAll(/<[^<>]{1,4000}>|[^<]+|</gu)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(piece)
    if (hidden !== undefined) {
      if (tag?.[1] === '/' && tag[2]!.toLowerCase() === hidden) hidden = undefined
    } else if (tag) {
      const name = tag[2]!.toLowerCase()
      const ends = tag[1] === '/'
      if (!ends && HIDDEN.has(name)) hidden = name
      else if (CELLS.has(name)) {
        cell = !ends
        pieces.push(ends ? '\t' : '')
      } else if (LINES.has(name)) pieces.push(cell && name !== 'tr' ? ' ' : '\n')
    } else pieces.push(entities(piece).replaceAll(/\s+/gu, ' '))
  }
  return pieces
    .join('')
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/ +/gu, ' ')
        .replaceAll(/ ?\t ?/gu, '\t')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
}

function withoutComments(html: string): string {
  const [first, ...rest] = html.split('<!--')
  return [
    first,
    ...rest.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')),
  ].join('')
}

const HIDDEN = new Set(['script', 'style', 'head', 'noscript'])
const CELLS = new Set(['td', 'th'])
const LINES = new Set(
  'p div br tr table li ul ol h1 h2 h3 h4 h5 h6 section article header footer blockquote hr pre'.split(' '),
)

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  yen: '¥',
  euro: '€',
  pound: '£',
}

function entities(words: string): string {
  return words.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (all, ten, sixteen, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all
    const code = ten === undefined ? Number.parseInt(String(sixteen), 16) : Number(ten)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' '
  })
}
