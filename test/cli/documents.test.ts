import { Document, Packer, Paragraph } from 'docx'
import { zipSync, strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { textOfPage, textOfWord } from '../../src/cli/documents.js'
import { readTranscript } from '../../src/read/read.js'

const archive = (files: Readonly<Record<string, Uint8Array>>): Buffer => Buffer.from(zipSync({ ...files }))

it('reads the turns of a Word document', async () => {
  const word = (text: string) => new Paragraph(text)
  const children = [
    word('Operator'),
    word('Good morning, and welcome to the call.'),
    word('Grace Lin - Chief Financial Officer'),
    word('Thank you, operator. We opened 12 shops & grew.'),
  ]
  const text = await textOfWord(await Packer.toBuffer(new Document({ sections: [{ children }] })))
  expect(text).toContain('We opened 12 shops & grew.')
  expect(readTranscript(text).turns.map(({ speaker }) => speaker.label)).toEqual(['Operator', 'Grace Lin'])
})

it('refuses what unpacks to too much, other archives, entities and damage', async () => {
  const bomb = archive({ 'word/document.xml': new Uint8Array(130 * 2 ** 20) })
  await expect(textOfWord(bomb)).rejects.toThrow(/far more than a text/u)
  await expect(textOfWord(archive({ 'a.txt': strToU8('a') }))).rejects.toThrow(/no Word document/u)
  const entities = archive({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })
  await expect(textOfWord(entities)).rejects.toThrow(/defines entities/u)
  await expect(textOfWord(Buffer.from('PK\u0003\u0004broken'))).rejects.toThrow(/damaged/u)
})

it('reads the main part of a saved page', () => {
  const page =
    '<!doctype html><html><head><title>x</title></head><body><nav>Menu</nav><article><p><b>Operator</b></p><p>Good morning.</p><script>ad()</script></article><footer>Terms</footer></body></html>'
  expect(textOfPage(page)).toBe('Operator\nGood morning.')
  expect(textOfPage('<html><p>We grew.</p></html>')).toBe('We grew.')
})
