/** What is learnt of origins from annotated calls (scripts/train-origin.ts). */
export interface OriginModel {
  readonly style: Style
  readonly weights: SequenceWeights
}

/**
 * Words and word pairs by whose speech they mark: log odds (natural) of machine English from Mandarin
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
  readonly style: Readonly<Record<string, readonly [number, number, number]>>
  readonly unit: readonly (readonly number[])[]
  readonly border: readonly (readonly (readonly number[])[])[]
}

/** Reads `origin-model.json`. */
export function openOriginModel(bytes: Uint8Array): OriginModel {
  const { style, unit, border } = JSON.parse(new TextDecoder().decode(bytes)) as PackedOriginModel
  return {
    style: new Map(Object.entries(style)),
    weights: {
      unit: unit.map((row) => Float64Array.from(row)),
      border: border.map((rows) => rows.map((row) => Float64Array.from(row))),
    },
  }
}

export function packOriginModel({ style, weights }: OriginModel): string {
  const round = (row: Float64Array): number[] => Array.from(row, (value) => Number(value.toFixed(3)))
  const packed: PackedOriginModel = {
    style: Object.fromEntries(style),
    unit: weights.unit.map(round),
    border: weights.border.map((rows) => rows.map(round)),
  }
  return `${JSON.stringify(packed)}\n`
}
