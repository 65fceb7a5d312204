/** Whether the words of a turn ask a question, as a caller does. */
export function asks(words: string): boolean {
  const lower = words.toLowerCase()
  return asking.some((phrase) => lower.includes(phrase))
}

const asking = [
  'my question',
  'first question',
  'two questions',
  'one question',
  'a question',
  'quick question',
  'three questions',
  'questions to ask',
  'for taking my',
  'opportunity to ask',
  'would like to ask',
  "i'd like to ask",
  'want to ask',
  'like to know',
  'could you share',
  'can you share',
  'two from me',
  'just one on',
  '想请教',
  '想請教',
  '的问题',
  '的問題',
]

/** Whether a turn begins as a caller's does: with a greeting, thanks or a question. */
export const opensQuestion = (words: string): boolean =>
  asks(words) || (words.length > 80 && greeting.test(words.slice(0, 60).toLowerCase()))

const greeting = /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank you|thanks|yes|yeah)\b/u

/** "This is Ann Lee on behalf of …": another than the one called, rightly. */
export function standsIn(words: string): boolean {
  const lower = words.slice(0, 300).toLowerCase()
  return lower.includes('behalf') || lower.includes('for the line of') || lower.includes('filling in')
}

/** Whether the words can be an operator's only. */
export function soundsLikeOperator(words: string): boolean {
  const lower = words.toLowerCase()
  return operatorWords.some((phrase) => lower.includes(phrase))
}

const operatorWords = [
  'please stand by',
  'your line is open',
  'press star',
  'question comes from',
  'question is from the line',
  'line of',
  'you may now disconnect',
]

/** "Very clear, thank you.": a few words of thanks and nothing else. */
export function thanksShortly(words: string): boolean {
  const lower = words.toLowerCase()
  return words.length <= 60 && /\bthank(?:s| you)\b/u.test(lower) && received.test(lower)
}

const received = /\b(?:clear|helpful|got it|understood|understand|great|perfect|okay)\b/u
