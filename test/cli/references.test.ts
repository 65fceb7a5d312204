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

it('refuses a damaged archive and an empty file, by name', async () => {
  const damaged = file('damaged.docx', 'PK\u0003\u0004broken')
  await expect(loadReferences([damaged])).rejects.toThrow(/damaged\.docx: this archive is damaged/u)
  await expect(loadReferences([file('empty.txt', '')])).rejects.toThrow(/empty\.txt: it holds no text/u)
})
