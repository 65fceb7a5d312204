/** What is learnt of origins from annotated calls (scripts/train-origin.ts). */
export interface OriginModel {
  /** Weights of a call's signs of Mandarin rendered as English. */
  readonly languages: Float64Array
  readonly style: Style
  /** For the first look at a call, and for the second. */
  readonly first: SequenceWeights
  readonly second: SequenceWeights
}

/**
 * Words and word pairs by whose speech they mark: what each adds to the log odds (natural) of machine English from Mandarin
 * against interpretation, against English speech, and of interpretation against English speech.
 */
export type Style = ReadonlyMap<string, readonly [number, number, number]>

/** Learnt weights: `unit[label][feature]` and `border[label before][label after][feature]`. */
export interface SequenceWeights {
  readonly unit: readonly Float64Array[]
  readonly border: readonly (readonly Float64Array[])[]
}

/** The model as the file holds it. */
export interface PackedOriginModel {
  readonly languages: readonly number[]
  readonly style: Readonly<Record<string, readonly [number, number, number]>>
  readonly first: PackedWeights
  readonly second: PackedWeights
}

interface PackedWeights {
  readonly unit: readonly (readonly number[])[]
  readonly border: readonly (readonly (readonly number[])[])[]
}

/** Reads `origin-model.json`. */
export function openOriginModel(bytes: Uint8Array): OriginModel {
  const { languages, style, first, second } = JSON.parse(new TextDecoder().decode(bytes)) as PackedOriginModel
  return {
    languages: Float64Array.from(languages),
    style: new Map(Object.entries(style)),
    first: unpack(first),
    second: unpack(second),
  }
}

const unpack = ({ unit, border }: PackedWeights): SequenceWeights => ({
  unit: unit.map((row) => Float64Array.from(row)),
  border: border.map((rows) => rows.map((row) => Float64Array.from(row))),
})

export function packOriginModel({ languages, style, first, second }: OriginModel): string {
  const packed: PackedOriginModel = {
    languages: round(languages),
    style: Object.fromEntries(style),
    first: pack(first),
    second: pack(second),
  }
  return `${JSON.stringify(packed)}\n`
}

const pack = ({ unit, border }: SequenceWeights): PackedWeights => ({
  unit: unit.map(round),
  border: border.map((rows) => rows.map(round)),
})

const round = (row: Float64Array): number[] => Array.from(row, (value) => Number(value.toFixed(3)))
