import type { VNode } from 'preact'
import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import type { Origin, Span } from '../../types.js'
import type { CallView, PairRow, Part, Row, Side, TurnView } from '../view.js'
import type { Border } from './borders.js'
import { linkSides, within, type Marks } from './chunks.js'
import type { SettledById } from './queue.js'
import { ORIGIN_MARKS, ORIGIN_NAMES, partsOf } from './rows.js'
import { Words } from './words.js'

interface DeskProps {
  readonly view: CallView
  /** Where origins change: their marks can be dragged. */
  readonly borders: readonly Border[]
  readonly current: string | undefined
}

/** The transcript: Mandarin beside its interpretation, English across, bead by bead. */
export function Desk({ view, borders, current }: DeskProps): VNode {
  const { text, rows, turns, findings, links, decisions } = view
  const marks: Marks = useMemo(
    () => ({ findings, corrections: decisions.corrections, links: linkSides(links) }),
    [findings, decisions.corrections, links],
  )
  const begins = useMemo(() => new Set(borders.map(({ at }) => at)), [borders])
  const blocks = useMemo(
    () =>
      rows.flatMap((_, first) => {
        if (first % BLOCK_ROWS !== 0) return []
        const own = rows.slice(first, first + BLOCK_ROWS)
        return [{ first, own, ids: own.flatMap((row) => findingsOf(row, turns, marks)) }]
      }),
    [rows, turns, marks],
  )
  return (
    <div class="desk">
      <div class="columns" aria-hidden="true">
        <span />
        <span>Mandarin</span>
        <span>Interpretation</span>
      </div>
      {blocks.map(({ first, own, ids }) => (
        <Block
          key={keyOf(own[0]!)}
          first={first}
          own={own}
          before={rows[first - 1]}
          text={text}
          turns={turns}
          marks={marks}
          begins={begins}
          settled={decisions.settled}
          version={ids.map((id) => stamp(decisions.settled, id)).join(';')}
          current={current !== undefined && ids.includes(current) ? current : undefined}
        />
      ))}
    </div>
  )
}

/** Rows that are drawn anew together. */
interface BlockProps extends Omit<DeskRowProps, 'row' | 'index'> {
  readonly first: number
  readonly own: readonly Row[]
}

const BLOCK_ROWS = 12

const Block = memo(PlainBlock, (old, young) => {
  return (
    old.own === young.own &&
    old.before === young.before &&
    old.marks === young.marks &&
    old.begins === young.begins &&
    old.version === young.version &&
    old.current === young.current
  )
})

function PlainBlock({ first, own, before, ...props }: BlockProps): VNode {
  return (
    <>
      {own.map((row, at) => (
        <DeskRow key={keyOf(row)} {...props} row={row} index={first + at} before={own[at - 1] ?? before} />
      ))}
    </>
  )
}

interface DeskRowProps {
  readonly index: number
  readonly row: Row
  readonly before: Row | undefined
  readonly text: string
  readonly turns: readonly TurnView[]
  readonly marks: Marks
  /** Offsets at which another origin begins. */
  readonly begins: ReadonlySet<number>
  readonly settled: SettledById
  /** Changes when a decision changes what is shown. */
  readonly version: string
  readonly current: string | undefined
}

function DeskRow(props: DeskRowProps): VNode {
  const { row, index } = props
  const speaker = speakerOf(row)
  const fresh = speaker !== '' && (!props.before || speakerOf(props.before) !== speaker)
  switch (row.kind) {
    case 'notice':
      return (
        <div class="row notice" data-row={index}>
          <div class="gutter" />
          <p class="cell across">
            <Parts {...props} parts={row.parts} />
          </p>
        </div>
      )
    case 'across':
      return (
        <div class={`row ${row.origin}${fresh ? ' fresh' : ''}`} data-row={index}>
          <Gutter
            speaker={fresh ? speaker : ''}
            mark={<Mark origin={row.origin} parts={row.parts} begins={props.begins} />}
          />
          <p class="cell across">
            <Parts {...props} parts={row.parts} />
          </p>
        </div>
      )
    case 'pair':
      return <Pair {...props} row={row} speaker={fresh ? speaker : ''} />
  }
}

function Pair({ row, speaker, ...props }: DeskRowProps & { row: PairRow; speaker: string }): VNode {
  const { mandarin, interpretation } = row
  const alone = mandarin.parts.length === 0 || interpretation.parts.length === 0
  const doubtful = row.score !== undefined && row.score < 0.5
  const classes = ['row', 'pair', speaker && 'fresh', alone && 'alone', doubtful && 'doubtful']
  const previous = props.before?.kind === 'pair' ? props.before.interpretation.speaker : undefined
  return (
    <div class={classes.filter(Boolean).join(' ')} data-row={props.index}>
      <Gutter speaker={speaker} mark={undefined} />
      <Column {...props} side={mandarin} origin="mandarin" speaker="" />
      <Column
        {...props}
        side={interpretation}
        origin="interpretation"
        speaker={interpretation.speaker === previous ? '' : interpretation.speaker}
      />
    </div>
  )
}

function Column({
  side,
  origin,
  speaker,
  ...props
}: Omit<DeskRowProps, 'row'> & { side: Side; origin: Origin; speaker: string }): VNode {
  if (side.parts.length === 0)
    return (
      <p class={`cell ${origin} empty`}>
        {origin === 'mandarin' ? 'added by the interpreter' : 'not interpreted'}
      </p>
    )
  return (
    <p class={`cell ${origin}`}>
      <Mark origin={origin} parts={side.parts} begins={props.begins} />
      {speaker !== '' && <span class="voice">{speaker}</span>}
      <Parts {...props} parts={side.parts} />
    </p>
  )
}

/** The origin in letters; where it begins, what its border is dragged by. */
function Mark({
  origin,
  parts,
  begins,
}: {
  origin: Origin
  parts: readonly Part[]
  begins: ReadonlySet<number>
}): VNode {
  const start = parts[0]?.start
  const border = start !== undefined && begins.has(start)
  return (
    <abbr
      class="mark"
      title={border ? `${ORIGIN_NAMES[origin]}: drag to where it begins` : ORIGIN_NAMES[origin]}
      {...(border ? { 'data-border': start } : {})}
    >
      {ORIGIN_MARKS[origin]}
    </abbr>
  )
}

function Gutter({ speaker, mark }: { speaker: string; mark: VNode | undefined }): VNode {
  return (
    <div class="gutter">
      {speaker !== '' && <span class="speaker">{speaker}</span>}
      {mark}
    </div>
  )
}

/** The words of a cell; where a turn begins, its number and the transcript's own header. */
function Parts({ parts, ...props }: Omit<DeskRowProps, 'row'> & { parts: readonly Part[] }): VNode {
  return (
    <>
      {parts.map((part, at) => {
        const turn = part.turn === undefined ? undefined : props.turns[part.turn]
        return (
          <span key={part.start} class="part">
            {turn && <Header {...props} turn={turn} index={part.turn!} />}
            {at > 0 && !turn && ' '}
            <Words
              text={props.text}
              part={part}
              marks={props.marks}
              settled={props.settled}
              current={props.current}
            />
          </span>
        )
      })}
    </>
  )
}

function Header({
  turn,
  index,
  ...props
}: Omit<DeskRowProps, 'row' | 'index'> & { turn: TurnView; index: number }): VNode {
  return (
    <span class="turn">
      <span class="number">turn {index + 1}</span>
      {headerParts(turn).map((part) => (
        <span key={part.start} class="part">
          <Words
            text={props.text}
            part={part}
            marks={props.marks}
            settled={props.settled}
            current={props.current}
          />
        </span>
      ))}
    </span>
  )
}

/** What is shown of a turn's header: name, and title with firm. */
function headerParts({ label, title }: TurnView): Span[] {
  return [label, ...(title ? [title] : [])].filter(({ start, end }) => start < end)
}

/** Ids of the findings and corrections shown in a row, the headers of its turns included. */
function findingsOf(row: Row, turns: readonly TurnView[], marks: Marks): string[] {
  return partsOf(row).flatMap((part) => {
    const spans: Span[] = part.turn === undefined ? [part] : [...headerParts(turns[part.turn]!), part]
    return spans.flatMap((span) => within(marks.findings, span).map(({ id }) => id))
  })
}

function speakerOf(row: Row): string {
  if (row.kind === 'notice') return ''
  if (row.kind === 'across') return row.speaker
  return row.mandarin.speaker || row.interpretation.speaker
}

function keyOf(row: Row): string {
  return `${row.kind}${partsOf(row)[0]?.start ?? ''}`
}

function stamp(settled: SettledById, id: string): string {
  const decision = settled[id]
  return decision ? `${decision.verdict}${decision.text ?? ''}` : ''
}
