import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, expect, it } from 'vitest'
import { loadReferences } from '../../src/cli/references.js'

const folder = mkdtempSync(join(tmpdir(), 'jiaodui-references-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('reads a Word document as a reference', async () => {
  const children = [new Paragraph('Total revenues were RMB 775.7 million.')]
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const [document] = await loadReferences([file('release.docx', bytes)])
  expect(document).toEqual({ name: 'release.docx', text: 'Total revenues were RMB 775.7 million.' })
})

it('reads a PDF as a reference', async () => {
  const path = file('release.pdf', pdfOf('Total revenues were RMB 775.7 million.'))
  const [document] = await loadReferences([path])
  expect(document).toEqual({ name: 'release.pdf', text: 'Total revenues were RMB 775.7 million.' })
})

/** The smallest document of one page with one line. */
function pdfOf(line: string): string {
  const content = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  return `${text}xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
}

it('refuses a damaged archive and an empty file, by name', async () => {
  const damaged = file('damaged.docx', 'PK\u0003\u0004broken')
  await expect(loadReferences([damaged])).rejects.toThrow(/damaged\.docx: this archive is damaged/u)
  await expect(loadReferences([file('empty.txt', '')])).rejects.toThrow(/empty\.txt: it holds no text/u)
})
