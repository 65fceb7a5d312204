import type { Aligned, Plan } from '../types.js'
import { renderBilingual } from './bilingual.js'
import { cleanTranscript } from './clean.js'
import { renderVendor } from './vendor.js'
import { renderVerbatim } from './verbatim.js'

/** What a clean transcript looks like: plain text as vendors deliver it, Markdown with both languages side by side, or plain text with everything kept. */
export type Style = 'vendor' | 'bilingual' | 'verbatim'

export const styles: readonly Style[] = ['vendor', 'bilingual', 'verbatim']

/** The corrected transcript, its turns following the origins; ends in a line end, or is empty. */
export function renderClean(
  doc: Aligned,
  plan: Pick<Plan, 'edits'>,
  { style }: { readonly style: Style },
): string {
  switch (style) {
    case 'vendor':
      return renderVendor(cleanTranscript(doc, plan))
    case 'bilingual':
      return renderBilingual(doc, plan)
    case 'verbatim':
      return renderVerbatim(cleanTranscript(doc, plan))
  }
}
