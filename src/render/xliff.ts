import { escapeXml } from './escape.js'
import type { ReviewedCall } from './reviewed.js'
import { translationUnits, type TranslationUnit } from './units.js'

/**
 * The aligned beads as XLIFF 2.1, Mandarin as the source and its interpretation as the target. The source
 * language is what most of the Mandarin is written in, `zh` or machine English (`en-x-mandarin`); a note
 * tells of a unit in the other.
 */
export function renderXliff(call: ReviewedCall): string {
  const units = translationUnits(call)
  const inHan = units.filter(({ language }) => language === 'zh').length
  const language = 2 * inHan >= units.length ? 'zh' : 'en-x-mandarin'
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${language}" trgLang="en">
  <file id="f1" original="${escapeXml(call.source.path)}">
${units.map((unit) => unitXml(unit, language)).join('\n') || '    <group id="g1"/>'}
  </file>
</xliff>
`
}

function unitXml(
  { number, mandarin, interpretation, language, score }: TranslationUnit,
  usual: string,
): string {
  const source = language === usual ? '' : `        <note category="language">${language}</note>\n`
  return `    <unit id="u${number}">
      <notes>
        <note category="score">${score.toFixed(2)}</note>
${source}      </notes>
      <segment state="translated">
        <source>${escapeXml(mandarin)}</source>
        <target>${escapeXml(interpretation)}</target>
      </segment>
    </unit>`
}
