/** Figures in words are for the checks of numbers. */
export const isFigure = (word: string): boolean => !/^[a-z]/u.test(word) || numberWord.test(word)

const numberWord =
  /^(?:zero|one|two|three|(?:four|six|seven|eight|nine)(?:teen|ty)?|five|ten|eleven|twelve|thirteen|fifteen|eighteen|(?:twen|thir|for|fif|eigh)ty|twenties|hundred|thousand|million|billion|trillion|point|dollars?|percent)$/u

/** Whether a figure in words is often heard for the beginning of a word ("four looking"). */
export const isLikeSyllable = (word: string): boolean => /^(?:one|two|four|eight|ten)$/u.test(word)
