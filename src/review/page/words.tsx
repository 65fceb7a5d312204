import type { VNode } from 'preact'
import type { Span } from '../../types.js'
import type { Settled } from '../view.js'
import { chunksOf, type Chunk, type LinkSide, type Marks } from './chunks.js'
import type { SettledById } from './queue.js'

export interface WordsProps {
  readonly text: string
  readonly part: Span
  readonly marks: Marks
  readonly settled: SettledById
  /** Id of the finding at work. */
  readonly current: string | undefined
}

/** Words of the transcript with what was found in them, and what was put in their place. */
export function Words({ text, part, marks, settled, current }: WordsProps): VNode {
  return (
    <>
      {chunksOf(part, marks).map((chunk) => (
        <ChunkWords key={chunk.start} text={text} chunk={chunk} settled={settled} current={current} />
      ))}
    </>
  )
}

function ChunkWords({
  text,
  chunk,
  settled,
  current,
}: {
  text: string
  chunk: Chunk
  settled: SettledById
  current: string | undefined
}): VNode {
  const { finding, correction, link, last } = chunk
  const words = <Runs text={text} span={chunk} />
  const linked =
    link === undefined ? (
      words
    ) : (
      <span class="amount" data-link={link.link} title={otherWords(text, link)} children={words} />
    )
  if (correction)
    return (
      <>
        <del class="old by-hand" data-correction={correction.id} children={linked} />
        {last && <Inserted words={correction.insert} />}
      </>
    )
  if (!finding) return linked
  const decision = settled[finding.id]
  const insert = decision && insertOf(decision)
  const state = decision?.verdict ?? 'open'
  const isCurrent = finding.id === current
  return (
    <>
      <span
        class={`found ${finding.severity} ${state}${isCurrent ? ' current' : ''}`}
        data-finding={finding.id}
        title={finding.message}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
        children={insert === undefined ? linked : <del class="old" children={linked} />}
      />
      {last && insert !== undefined && insert !== '' && <Inserted words={insert} />}
    </>
  )
}

/** What the amount on the other side is, and how many times as large. */
function otherWords(text: string, { other, factor }: LinkSide): string {
  const times = factor === 1 ? '' : ` (${factor > 1 ? `${factor} times` : `one ${Math.round(1 / factor)}th`})`
  return `other side: ${text.slice(other.start, other.end)}${times}`
}

function Inserted({ words }: { words: string }): VNode | null {
  return words === '' ? null : <ins class="new">{words}</ins>
}

function insertOf({ verdict, text }: Settled): string | undefined {
  return verdict === 'accepted' || verdict === 'edited' ? text : undefined
}

/** Words of a message; Chinese is said to be Chinese. */
export function Spoken({ words }: { words: string }): VNode {
  return (
    <>
      {(words.match(hanRuns) ?? []).map((run, index) =>
        han.test(run) ? (
          <span key={index} lang="zh-Hans">
            {run}
          </span>
        ) : (
          run
        ),
      )}
    </>
  )
}

/** Text runs that know their offset; Chinese is said to be Chinese, for fonts and voices. */
function Runs({ text, span }: { text: string; span: Span }): VNode {
  const words = text.slice(span.start, span.end)
  if (!han.test(words)) return <span data-at={span.start}>{words}</span>
  const runs = Array.from(words.matchAll(hanRuns))
  return (
    <>
      {runs.map(({ 0: run, index }) => (
        <span
          key={index}
          data-at={span.start + index}
          {...(han.test(run) ? { lang: 'zh-Hans' } : {})}
          children={run}
        />
      ))}
    </>
  )
}

const han = /\p{Script=Han}/u
const hanRuns = /[\p{Script=Han}，。、；：？！“”《》（）]+|[^\p{Script=Han}，。、；：？！“”《》（）]+/gu
