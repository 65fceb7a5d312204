import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/read/decode.js'
import { ReadError } from '../../src/read/error.js'
import { fixture, fixtureBytes } from './fixtures.js'

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return bytes
}

const withMark = (mark: readonly number[], bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...mark, ...bytes])

const han = fixture('colon-han.txt')
const english = 'speaker\r\nOperator\r\n\r\nGood day, “everyone”.'

/** A greeting and a sentence on revenue. */
const KOREAN =
  '\xbe\xc8\xb3\xe7\xc7\xcf\xbc\xbc\xbf\xe4 \xbf\xa9\xb7\xaf\xba\xd0 \xbf\xc0\xb4\xc3 \xbd\xc7\xc0\xfb \xb9\xdf\xc7\xa5\xbf\xa1 \xc2\xfc\xbc\xae\xc7\xd8 \xc1\xd6\xbc\xc5\xbc\xad \xb0\xa8\xbb\xe7\xc7\xd5\xb4\xcf\xb4\xd9 \xb8\xc5\xc3\xe2\xc0\xba \xc0\xfc\xb3\xe2 \xb4\xeb\xba\xf1 \xbd\xca\xc0\xcc \xc6\xdb\xbc\xbe\xc6\xae \xc1\xf5\xb0\xa1\xc7\xdf\xbd\xc0\xb4\xcf\xb4\xd9 \xb0\xed\xb8\xbf\xbd\xc0\xb4\xcf\xb4\xd9 \xb4\xd9\xc0\xbd \xc1\xfa\xb9\xae \xb9\xde\xb0\xda\xbd\xc0\xb4\xcf\xb4\xd9'

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(english), english, 'utf-8'],
    ['UTF-8 with mark', withMark([0xef, 0xbb, 0xbf], new TextEncoder().encode(han)), han, 'utf-8'],
    ['UTF-16 LE', utf16(english, true), english, 'utf-16le'],
    ['UTF-16 BE', utf16(english, false), english, 'utf-16be'],
    ['UTF-16 LE, mostly Han', utf16(han, true), han, 'utf-16le'],
    ['UTF-16 BE, mostly Han', utf16(han, false), han, 'utf-16be'],
    ['UTF-16 LE with mark', withMark([0xff, 0xfe], utf16(han, true)), han, 'utf-16le'],
    ['UTF-16 BE with mark', withMark([0xfe, 0xff], utf16(english, false)), english, 'utf-16be'],
    [
      'UTF-16 LE, only Han',
      utf16('各位好欢迎参加会议现在请董事长发言', true),
      '各位好欢迎参加会议现在请董事长发言',
      'utf-16le',
    ],
    ['GB18030', fixtureBytes('han.gb18030.txt'), han, 'gb18030'],
    [
      'GB18030 with mark',
      withMark([0x84, 0x31, 0x95, 0x33], fixtureBytes('han.gb18030.txt')),
      han,
      'gb18030',
    ],
    [
      'GB18030, one name',
      Uint8Array.from([0x4d, 0x72, 0x20, 0xd7, 0xde, 0xcc, 0xce, 0x2e]),
      'Mr 邹涛.',
      'gb18030',
    ],
    ['Big5, one name', Uint8Array.from([0x4d, 0x72, 0x20, 0xb9, 0x51, 0xc0, 0xdc, 0x2e]), 'Mr 鄒濤.', 'big5'],
    ['nothing', new Uint8Array(0), '', 'utf-8'],
  ])('reads %s', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding })
  })

  it('reads Big5', () => {
    const { text, encoding } = decodeText(fixtureBytes('han.big5.txt'))
    expect(encoding).toBe('big5')
    expect(text).toContain('主持人：各位好，歡迎參加')
  })

  it.each([
    ['a Word document', [0x50, 0x4b, 3, 4, 0, 0]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['NUL bytes', [0x41, 0, 0, 0, 0x42, 0, 0, 7]],
    ['NUL bytes, odd length', [0x41, 0, 0x42]],
    ['control characters', [0x41, 0x42, 7, 0x43]],
    ['Windows-1252', [0x49, 0x74, 0x92, 0x73, 0x20, 0x63, 0x61, 0x66, 0xe9]],
    ['broken UTF-8 after a mark', [0xef, 0xbb, 0xbf, 0xff]],
    ['Korean in EUC-KR', Array.from(KOREAN, (byte) => byte.charCodeAt(0))],
  ])('refuses %s in one sentence', (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(ReadError)
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(/^This [^\n]*\.$/)
  })

  it('gives back any text written in UTF-8', () => {
    const writable = fc.string({ unit: 'grapheme' }).map((text) => `a${text.replace(/\p{Cc}/gu, '')}`)
    fc.assert(
      fc.property(writable, (text) => {
        expect(decodeText(new TextEncoder().encode(text)).text).toBe(text)
      }),
    )
  })

  it('never fails but by ReadError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeText(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(ReadError)
        }
      }),
    )
  })
})
