/** Stands in for disk.ts where there are no files (browsers). */
export function readData(name: string): Uint8Array {
  throw new Error(`cannot read ${name} without a file system: load the data yourself and pass a lexicon`)
}
