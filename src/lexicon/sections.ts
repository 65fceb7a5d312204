/**
 * A file of typed arrays: the number of sections, the bytes of each (both 32 bits, little end first), then
 * the sections, each beginning at a multiple of four bytes.
 */

/** The sections of a packed file, as views that copy nothing unless the bytes lie unaligned. */
export function openSections(bytes: Uint8Array, count: number, name: string): readonly Section[] {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2)
  if (words[0] !== count) throw new Error(`${name} is not of this version; run npm run build:lexicon`)
  const sections: Section[] = []
  let offset = 4 * (count + 1)
  for (let i = 1; i <= count; i++) {
    const length = words[i]!
    if (offset + length > aligned.byteLength)
      throw new Error(`${name} is cut short; run npm run build:lexicon`)
    sections.push({ buffer: aligned.buffer, offset: aligned.byteOffset + offset, length })
    offset += paddedLength(length)
  }
  return sections
}

/** Where a section lies, in bytes. */
export interface Section {
  readonly buffer: ArrayBufferLike
  readonly offset: number
  readonly length: number
}

export const asUint8 = (at: Section): Uint8Array => new Uint8Array(at.buffer, at.offset, at.length)
export const asUint16 = (at: Section): Uint16Array => new Uint16Array(at.buffer, at.offset, at.length >>> 1)
export const asUint32 = (at: Section): Uint32Array => new Uint32Array(at.buffer, at.offset, at.length >>> 2)
export const asText = (at: Section): string => new TextDecoder().decode(asUint8(at))

/** The file that `openSections` opens. */
export function packSections(sections: readonly (Uint8Array | Uint16Array | Uint32Array)[]): Uint8Array {
  const start = 4 * (sections.length + 1)
  const total = sections.reduce((sum, { byteLength }) => sum + paddedLength(byteLength), start)
  const packed = new Uint8Array(total)
  new Uint32Array(packed.buffer).set([sections.length, ...sections.map(({ byteLength }) => byteLength)])
  let offset = start
  for (const { buffer, byteOffset, byteLength } of sections) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += paddedLength(byteLength)
  }
  return packed
}

const paddedLength = (length: number): number => (length + 3) & ~3
