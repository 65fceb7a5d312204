import { basename, dirname } from 'node:path'
import type { Transcript } from '../types.js'
import type { Input } from './files.js'

/** A company as a call names it. */
export interface CompanyName {
  /** Without "Holdings", "Co., Ltd." and the like. */
  readonly name: string
  /** Equal for all calls of a company. */
  readonly key: string
  /** Whether the call's own title tells it, not the name of its file. */
  readonly isTitled: boolean
}

/** The company of a call: of the title above the first turn, else of the file's name, else of the folder's. */
export function companyNameOf(transcript: Transcript, { name }: Input): CompanyName | undefined {
  const title = titleLines(transcript).flatMap((line) => inTitle(line) ?? [])[0]
  if (title !== undefined) return { ...title, isTitled: true }
  const file = [basename(name), basename(dirname(name))].flatMap((part) => inFileName(part) ?? [])[0]
  return file && { ...file, isTitled: false }
}

/** The first lines above the first turn. */
function titleLines({ text, turns, notices }: Transcript): string[] {
  const above = notices.find(({ kind, start }) => kind === 'front-matter' && start < FRONT)
  const end = above?.end ?? turns[0]?.header.start ?? 0
  return text
    .slice(0, Math.min(end, FRONT))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 3)
}

/** Code units. */
const FRONT = 400

/** The words of a line between what it says of the period, the call and the day; undefined where it names no company. */
function inTitle(line: string): Omit<CompanyName, 'isTitled'> | undefined {
  const plain = line.replace(/^[#*\s]+/u, '')
  const isTitle = TICKER.test(plain) || LEGAL.test(plain) || OCCASION.test(plain) || NAME_ALONE.test(plain)
  if (!isTitle || plain.length > 160) return undefined
  const [part] = plain
    .split(/[(（].*$/u, 1)[0]!
    .split(PERIOD)
    .map(withoutForm)
    .filter((words) => /^[\p{Lu}\p{Script=Han}]/u.test(words) && /\p{L}{2}/u.test(words))
  return part === undefined ? undefined : named(part)
}

const TICKER = /\((?:[A-Za-z]{2,10}:\s?)?[A-Z\d.]{1,6}\)/u
const LEGAL = /\b(?:holdings?|group|inc|ltd|limited|corp|corporation|plc)\b|有限公司|集团|集團|控股/iu
const OCCASION =
  /\b(?:earnings|results|investors?),? (?:conference |presentation |briefing )?(?:call|conference|presentation|briefing)\b|业绩|業績|电话会|電話會/iu
/** "Northlake Paper" */
const NAME_ALONE = /^(?:\p{Lu}\p{Ll}+\s?){2,4}$/u

/** What is said of the period, the call, the day and the document, and whatever parts it. */
const PERIOD =
  /[-–—:,，：|]\s|\s[-–—|]|\b(?:[qh][1-4]|[1-4][qh]|f[qyh][1-4]?\d{0,4}|first|second|third|fourth|half|full|interim|annual|fiscal|quarter\p{L}*|year|earnings|results?|conference|investors?|call|transcripts?|audio|recorded|recording|draft|edited|event|operator|participants?|company participants|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\d[\d./:]*年?|第?[一二三四][季]|年度?|季度?|半年|中期|业绩|業績|电话会|電話會|财报|財報|说明会|說明會|发布|發布/iu

function withoutForm(words: string): string {
  let left = words.replace(/['’]s$/u, '').trim()
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(FORM, '').replace(/[\s,.&]+$/u, '')
  }
  return left.replace(/^the\s/iu, '')
}

const FORM =
  /[\s,]\(?(?:holdings?|group|inc|incorporated|ltd|limited|co|company|corp|corporation|plc|llc|ads|adr)\.?$|(?:股份)?有限公司$|股份$|控股$|集团$|集團$/iu

/** The words of a file's name that tell no period and no kind of file. */
function inFileName(file: string): Omit<CompanyName, 'isTitled'> | undefined {
  const words = file
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => !/\p{N}/u.test(word) && !GENERIC.test(word) && word.length > 1)
  const left = withoutForm(words.join(' '))
  return left.length < 2 ? undefined : named(left)
}

const GENERIC =
  /^(?:earnings?|results?|conference|calls?|transcripts?|transcribed|raw|final|draft|en|eng|zh|cn|text|txt|file|audio|record\p{L}*|q|fy|h|quarter\p{L}*|annual|interim|first|second|third|fourth|half|full|year|stdin|whisper|corrected|clean|copy|jan\p{L}*|feb\p{L}*|mar|march|apr\p{L}*|may|june?|july?|aug\p{L}*|sept?\p{L}*|oct\p{L}*|nov\p{L}*|dec\p{L}*)$/iu

function named(name: string): Omit<CompanyName, 'isTitled'> | undefined {
  const key = (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).join(' ')
  return key === '' ? undefined : { name, key }
}
