import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Phrase } from '../../lexicon/tables.js'
import { foldHan } from '../../text/fold.js'
import { indexPhrases, type PhraseIndex } from '../../text/phrases.js'
import { ngramWords } from '../../text/tokens.js'
import { unitsOf, type Stretch, type Unit } from './units.js'

/** Finds stock hallucinations in a paragraph; several in a row are one. */
export function stockPhraseFinder(
  phrases: readonly Phrase[],
  model: LanguageModel,
): (units: readonly Unit[]) => Stretch[] {
  const index = phraseIndex(phrases, model)
  return (units) => {
    const forms = units.map(({ form, kind }) => (kind === 'han' ? simplified(form) : form))
    const found: Stretch[] = []
    for (const { from, to, value: anywhere } of index.find(forms)) {
      const opens = from === 0 || units[from]!.after !== 'space' || kindsDiffer(units, from)
      const closes = to === units.length || units[to]!.after !== 'space' || kindsDiffer(units, to)
      const last = found.at(-1)
      if (last?.to === from) found[found.length - 1] = { from: last.from, to }
      else if (anywhere || (opens && closes)) found.push({ from, to })
    }
    return found
  }
}

const kindsDiffer = (units: readonly Unit[], at: number): boolean =>
  (units[at - 1]!.kind === 'han') !== (units[at]!.kind === 'han')

const simplifiedForms = new Map<string, string>()

/** A Han character as the table has it; each is converted once. */
function simplified(character: string): string {
  let known = simplifiedForms.get(character)
  if (known === undefined) simplifiedForms.set(character, (known = foldHan(character).text))
  return known
}

/** The value tells whether the phrase gives itself away in the middle of a sentence. */
function phraseIndex(phrases: readonly Phrase[], model: LanguageModel): PhraseIndex<boolean> {
  return indexPhrases(
    phrases.map(({ phrase }) => {
      const words = unitsOf(phrase, { start: 0, end: phrase.length }).map(({ form }) => form)
      return { words, value: telltale.test(phrase) && isUnusual(phrase, model) }
    }),
  )
}

/** Words of videos and captions, which no earnings call has in these phrases. */
const telltale =
  /watching|like and subscribe|(?:my|our) channel|video|amara|like button|subscribe button|the (?:little )?bell|notification bell|(?:like|comment|share)[ ,a-z]* (?:share|subscribe)|感谢.*[看听]|谢谢.*[看听]|多谢.*[看听]|不吝点赞|^[请欢记别].*(?:[点按]赞|订阅).*[频订阅转赏]|小铃铛|明镜|别忘|下期|下次再见|字幕(?:由|提供|制作|志愿)/u

/** Log10 of a word's probability, on average, below which calls do not say a phrase. */
const unusual = -2

function isUnusual(phrase: string, model: LanguageModel): boolean {
  const ids = ngramWords(phrase).map(({ word }) => model.id(word))
  return ids.length === 0 || model.score(ids) / ids.length < unusual
}
