import { ReadError } from './error.js'
import { hanPlausibility } from './plausibility.js'

/** The text of a file and the encoding it was found in. */
export interface Decoded {
  /** Without byte-order mark; line ends untouched. */
  readonly text: string
  readonly encoding: string
}

/**
 * Decodes UTF-8, UTF-16, GB18030 or Big5, with or without byte-order mark. A mark decides; else NUL bytes
 * speak for UTF-16, valid UTF-8 is UTF-8, and the others are told apart by how plausible their Chinese is.
 *
 * Throws ReadError for binary input and for any other encoding.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) {
    const text = decodeAs(bytes.subarray(marked.mark.length), marked.encoding)
    if (text === undefined)
      throw new ReadError(
        `This file is marked as ${marked.encoding} but holds bytes that are not; save it again as UTF-8 text.`,
      )
    return accept(text, marked.encoding)
  }
  const kind = MAGIC.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte))?.kind
  if (kind) throw new ReadError(`This is ${kind}, not plain text; save the transcript as UTF-8 text first.`)
  if (bytes.includes(0)) return best(bytes, ['utf-16le', 'utf-16be'])
  const utf8 = decodeAs(bytes, 'utf-8')
  return utf8 === undefined ? best(bytes, ['gb18030', 'big5', 'utf-16le', 'utf-16be']) : accept(utf8, 'utf-8')
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  { mark: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
] as const

const ascii = (letters: string): readonly number[] => Array.from(letters, (letter) => letter.charCodeAt(0))

const MAGIC: readonly { readonly magic: readonly number[]; readonly kind: string }[] = [
  { magic: ascii('PK\x03\x04'), kind: 'a ZIP container such as a Word document' },
  { magic: ascii('%PDF'), kind: 'a PDF file' },
  { magic: ascii('{\\rtf'), kind: 'a rich-text (RTF) file' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Word or Office file' },
  { magic: [0x89, ...ascii('PNG')], kind: 'a PNG image' },
  { magic: ascii('GIF8'), kind: 'a GIF image' },
  { magic: [0xff, 0xd8, 0xff], kind: 'a JPEG image' },
  { magic: [0x1f, 0x8b], kind: 'a gzip archive' },
  { magic: ascii('7z\xbc\xaf'), kind: 'a 7z archive' },
  { magic: ascii('Rar!'), kind: 'a RAR archive' },
  { magic: ascii('RIFF'), kind: 'a sound or video file' },
  { magic: ascii('ID3'), kind: 'a sound file' },
  { magic: ascii('OggS'), kind: 'a sound file' },
  { magic: ascii('fLaC'), kind: 'a sound file' },
  { magic: [0x7f, ...ascii('ELF')], kind: 'a program' },
]

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Control characters that no text holds; tab, line ends, form feed and vertical tab may. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0e-\x1f\x7f]/

function accept(text: string, encoding: Encoding): Decoded {
  if (CONTROL.test(text))
    throw new ReadError(
      'This file holds control characters, so it is not plain text; save the transcript as UTF-8 text first.',
    )
  return { text, encoding }
}

/** Least plausibility of a guess; wrong guesses come out near 0.1, right ones above 0.5. */
const LEAST_PLAUSIBLE = 0.3

function best(bytes: Uint8Array, encodings: readonly Encoding[]): Decoded {
  const guesses = encodings
    .filter((encoding) => bytes.length % 2 === 0 || !encoding.startsWith('utf-16'))
    .flatMap((encoding) => {
      const text = decodeAs(bytes, encoding)
      return text === undefined || CONTROL.test(text)
        ? []
        : [{ text, encoding, score: hanPlausibility(text, encoding) }]
    })
    .toSorted((a, b) => b.score - a.score)
  const guess = guesses[0]
  if (guess && guess.score >= LEAST_PLAUSIBLE) return { text: guess.text, encoding: guess.encoding }
  throw new ReadError(
    'This file is not text in UTF-8, UTF-16, GB18030 or Big5; save the transcript as UTF-8 text first.',
  )
}
