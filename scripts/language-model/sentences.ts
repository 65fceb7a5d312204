/**
 * Cuts text into sentences of words as the counted text was: lower case; words of a–z with `'`, `-` and `&`
 * inside; figures as `<n>`; `%` and `$` words of their own; cut at `. ! ? ; :` save inside a figure.
 */
export function sentencesOf(text: string): string[][] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/(?<!\d)[.!?;:]|[.!?;:](?!\d)/)
    .map((sentence) => [...sentence.matchAll(word)].map(([found]) => (/\d/.test(found) ? '<n>' : found)))
    .filter((words) => words.length > 0)
}

const word = /[a-z]+(?:['&-][a-z]+)*|\d+(?:[.,]\d+)*|[%$]/g
