/**
 * The words with every sign that could steer a terminal or hide the order of the letters written out:
 * control characters, line and paragraph separators, format characters (bidirectional marks, zero-width
 * signs) and lone surrogates become `\u{…}`. Line ends and tabs are control characters too.
 */
export function visible(words: string): string {
  return words.replace(unseen, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`)
}

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Columns that the words take in a terminal: two for Han, kana, Hangul, full-width signs and emoji. */
export function displayWidth(words: string): number {
  if (printable.test(words)) return words.length
  let width = 0
  for (const sign of words) width += marks.test(sign) ? 0 : wide.test(sign) ? 2 : 1
  return width
}

/** Without marks and wide signs; the pattern of those is dear to compile. */
const printable = /^[ -~\u00a0-\u02ff\u2010-\u2027]*$/
const marks = /^[\p{Mn}\p{Me}]$/u
const wide =
  /^[\p{Script=Han}\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]$/u
