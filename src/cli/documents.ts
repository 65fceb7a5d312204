import { textOfHtml } from '../numbers/reference/markup.js'
import { FileError } from './failure.js'

/**
 * The text of a Word document, a paragraph or table row a line. Throws FileError for other archives, for
 * one that unpacks to more than a text could, and for XML that defines entities.
 */
export async function textOfWord(bytes: Buffer): Promise<string> {
  const [{ unzipSync }, { default: mammoth }] = await Promise.all([import('fflate'), import('mammoth')])
  let size = 0
  const add = ({ originalSize }: { readonly originalSize: number }): boolean => {
    size += originalSize
    return size <= LARGEST_BYTES
  }
  const files = unpacked(() => unzipSync(bytes, { filter: add }))
  if (size > LARGEST_BYTES)
    throw new FileError('this archive unpacks to far more than a text could; save it again as text')
  if (!files['word/document.xml'])
    throw new FileError('this archive is no Word document; save it as text or .docx')
  const latin = new TextDecoder('latin1')
  const parts = Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/iu.test(name))
  if (parts.some(([, content]) => latin.decode(content).includes('<!DOCTYPE')))
    throw new FileError('this Word document defines entities, as none should; save it again as text')
  return textOfHtml((await mammoth.convertToHtml({ buffer: bytes })).value)
}

/** The text of a saved page: of its article or main part, where it marks one. */
export function textOfPage(html: string): string {
  const part = /<(article|main)[\s>]/iu.exec(html)
  const end = part ? html.toLowerCase().lastIndexOf(`</${part[1]!.toLowerCase()}>`) : -1
  return textOfHtml(part && end > part.index ? html.slice(part.index, end) : html)
}

const LARGEST_BYTES = 128 * 2 ** 20

function unpacked<T>(unpack: () => T): T {
  try {
    return unpack()
  } catch {
    throw new FileError('this archive is damaged; save it again as text or .docx')
  }
}
