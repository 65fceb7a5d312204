import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { textOfHtml } from '../numbers/reference/markup.js'
import { decodeText } from '../read/decode.js'
import type { ReferenceDocument } from '../types.js'
import { FileError, sentenceOf, UsageError } from './failure.js'

/** Reads press releases and reports: text, HTML, Markdown, DOCX, PDF. Throws UsageError naming the file that cannot be read. */
export async function loadReferences(paths: readonly string[]): Promise<ReferenceDocument[]> {
  return Promise.all(
    paths.map(async (path) => {
      try {
        const text = await textIn(await readFile(path), extname(path).toLowerCase())
        if (text.trim() === '') throw new FileError('it holds no text; give one with text, not a scan')
        return { name: basename(path), text }
      } catch (error) {
        throw new UsageError(`jiaodui: cannot read the reference ${path}: ${sentenceOf(error, path)}`)
      }
    }),
  )
}

async function textIn(bytes: Buffer, ending: string): Promise<string> {
  if (ending === '.docx' || bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return (await import('./documents.js')).textOfWord(bytes)
  if (ending === '.pdf' || bytes.subarray(0, 5).toString('latin1') === '%PDF-') return textOfPdf(bytes)
  const { text } = decodeText(bytes)
  return ending === '.html' || ending === '.htm' || /^\s*<(?:!doctype|html)/iu.test(text)
    ? textOfHtml(text)
    : text
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text.join('\n')
}
