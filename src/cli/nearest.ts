import { editDistance } from '../text/distance.js'

/** The known word that the given one was probably meant to be: at most half of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((other) => ({ other, distance: editDistance(word.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, distance }) => distance <= Math.max(1, Math.min(word.length, other.length) / 2))
    .toSorted((a, b) => a.distance - b.distance)
  return best?.other
}

/** How a message about an unknown word goes on: with the word meant, else with all that are known. */
export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? `use one of ${known.join(', ')}` : `did you mean "${near}"?`
}
