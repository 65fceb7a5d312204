import { escapeXml } from './escape.js'
import type { ReviewedCall } from './reviewed.js'
import { translationUnits } from './units.js'

/**
 * The aligned beads as a translation memory, TMX 1.4b. Machine English of Mandarin speech has the language
 * `en-x-mandarin`, so that nothing takes it for English.
 */
export function renderTmx(call: ReviewedCall): string {
  const date = call.when.replace(/[-:]|\.\d+/gu, '')
  const units = translationUnits(call).map(
    ({ number, mandarin, interpretation, language, score }) =>
      `    <tu tuid="${number}">
      <prop type="x-score">${score.toFixed(2)}</prop>
      <tuv xml:lang="${language}"><seg>${escapeXml(mandarin)}</seg></tuv>
      <tuv xml:lang="en"><seg>${escapeXml(interpretation)}</seg></tuv>
    </tu>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="jiaodui" creationtoolversion="1" segtype="sentence" o-tmf="jiaodui" adminlang="en" srclang="*all*" datatype="plaintext" creationdate="${escapeXml(date)}"/>
  <body>
${units.join('\n')}
  </body>
</tmx>
`
}
