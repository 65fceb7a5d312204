/** Whether the words are a vendor's remark that an interpreter speaks from here on. */
export const isInterpretedRemark = (words: string): boolean =>
  /^[[(]\s*(?:interpreted|translated|interpretation|translation)\s*[\])]\.?$/iu.test(words)

/** Whether the words are a vendor's remark in place of words in another language. */
export const isForeignRemark = (words: string): boolean =>
  /^[[(]\s*(?:foreign language|(?:speaking |speaks |in )?(?:foreign language|mandarin|chinese))\s*[\])]\.?$/iu.test(
    words,
  )
