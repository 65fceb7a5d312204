/** Whether the word (lower case) carries grammar or hesitation, not content. */
export const isStopWord = (word: string): boolean => stopWords.has(word)

/** English function words, contractions with and without their apostrophe, and fillers; lower case. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every either neither such same own other another
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her
  hers herself it its itself they them their theirs themselves one who whom whose which what there here
  am is are was were be been being do does did doing done have has had having will would shall should can could
  may might must ought let
  and or but nor so if then than because while although though whether as until unless since
  of at by for with about against between into through during before after to from in on off over under again
  upon onto within without toward towards per via
  when where why how both all not no only too very just also well now
  i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd he's she's it's it'll that's there's here's
  what's who's let's they're they've they'll they'd isn't aren't wasn't weren't don't doesn't didn't haven't
  hasn't hadn't won't wouldn't can't cannot couldn't shouldn't mustn't
  dont doesnt didnt isnt arent wasnt cant wont couldnt wouldnt thats theres its ive im
  uh um er erm ah oh eh hmm mm mhm hm yeah yep okay ok please`.split(/\s+/u),
)
