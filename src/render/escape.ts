/**
 * The words with every sign that XML 1.0 forbids or that turns the order of letters replaced by U+FFFD:
 * control characters but tab and line ends, lone surrogates, noncharacters, bidirectional controls.
 */
export function printable(words: string): string {
  return words.replace(unprintable, '\uFFFD')
}

const unprintable =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF]|[\uFFFE\uFFFF]/gu

/** Words as text or attribute of XML and HTML: nothing in them is markup. */
export function escapeXml(words: string): string {
  return printable(words).replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}
