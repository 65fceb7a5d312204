import type { Finding, Origin } from '../types.js'
import { escapeXml } from './escape.js'
import { evidenceLines } from './evidence.js'
import { blockHtml, htmlPage, titleOf } from './html.js'
import type { Run } from './marked.js'
import { blocksOf } from './pages.js'
import { bars, strip } from './plots.js'
import type { Report } from './report-json.js'
import { reportOfCall, statusOf, type ReviewedCall } from './reviewed.js'

/**
 * One page to send by mail: a summary with plots, the call side by side with its changes and findings in
 * place, and each finding with its evidence. It needs no script and loads nothing.
 */
export function renderReportHtml(call: ReviewedCall): string {
  const { findings } = call
  const report = reportOfCall(call)
  const numbers = new Map(findings.map(({ id }, index) => [id, index + 1]))
  const blocks = blocksOf(call, 'bilingual', { tracked: true, findings })
  const placed = new Set<number>()
  const transcript = blocks.map((block) =>
    blockHtml(block, ({ runs }) => runs.map((run) => runHtml(run, numbers, placed, call)).join('')),
  )
  const body = [
    `<h1>${escapeXml(titleOf(call))}</h1>`,
    summaryHtml(report, findings, call),
    '<h2>Transcript</h2>',
    ...transcript,
    '<h2>Findings</h2>',
    findings.length === 0 ? '<p>None.</p>' : '',
    `<ol class="findings">`,
    ...findings.map((finding, index) => findingHtml(finding, index + 1, placed.has(index + 1), call)),
    '</ol>',
  ]
  return htmlPage(`${titleOf(call)}: review`, STYLE, body.join('\n'))
}

function summaryHtml(report: Report, findings: readonly Finding[], call: ReviewedCall): string {
  const { words, bySeverity } = report.summary
  const open = report.findings.filter(({ status }) => status === 'open').length
  const known = findings.filter(({ id }) => call.known?.has(id)).length
  const speakers = new Map<string, number>()
  for (const { start } of findings) {
    const origin = report.origins.find((one) => one.start <= start && start < one.end)
    const turn = report.turns.findLast(({ header }) => header.start <= start)
    const name = (origin?.speaker ?? turn?.speaker.resolved) || 'nobody named'
    speakers.set(name, (speakers.get(name) ?? 0) + 1)
  }
  const categories = new Map<string, number>()
  for (const { category } of findings) categories.set(category, (categories.get(category) ?? 0) + 1)
  const facts = [
    `${words.toLocaleString('en')} words`,
    `${bySeverity.error} errors, ${bySeverity.warning} warnings, ${bySeverity.info} notes`,
    `${findings.length - open} of ${findings.length} settled`,
    `${call.plan.edits.length} changes`,
    ...(known > 0 ? [`${known} known before`] : []),
  ]
  const shares = (['english', 'mandarin', 'interpretation'] as const)
    .map(
      (origin) =>
        `<span class="key ${origin}">${origin} ${share(report.summary.byOrigin[origin], words)}</span>`,
    )
    .join(' ')
  return `<section class="summary">
<p>${facts.map(escapeXml).join(' · ')}</p>
<h3>Origins along the call</h3>
${strip(report.origins, report.source.length)}
<p>${shares}</p>
<div class="plots">
<figure><figcaption>Findings by category</figcaption>${bars(ranked(categories))}</figure>
<figure><figcaption>Findings by speaker</figcaption>${bars(ranked(speakers))}</figure>
</div>
</section>`
}

const share = (part: number, all: number): string => `${Math.round((100 * part) / Math.max(1, all))} %`

/** The most first, at most twelve. */
function ranked(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12)
}

function runHtml(
  { kind, text, findings }: Run,
  numbers: ReadonlyMap<string, number>,
  placed: Set<number>,
  call: ReviewedCall,
): string {
  const words = escapeXml(text)
  const changed = kind === 'same' ? words : kind === 'removed' ? `<del>${words}</del>` : `<ins>${words}</ins>`
  const [finding] = findings.toSorted((a, b) => a.end - a.start - (b.end - b.start))
  if (!finding || kind === 'added') return changed
  const number = numbers.get(finding.id)!
  const id = placed.has(number) ? '' : ` id="m${number}"`
  placed.add(number)
  const status = statusOf(call.settled, finding.id)
  const look = status === 'open' ? finding.severity : 'settled'
  return `<a class="mark ${look}"${id} href="#f${number}" title="${escapeXml(finding.message)}">${changed}</a>`
}

function findingHtml(finding: Finding, number: number, placed: boolean, call: ReviewedCall): string {
  const { doc, settled, known } = call
  const decided = settled.get(finding.id)
  const suggestions = finding.suggestions.map(({ text, confidence }) => {
    const words = text === '' ? '<em>take it out</em>' : `<ins>${escapeXml(text)}</ins>`
    return `${words} <small>${Math.round(100 * confidence)} %</small>`
  })
  const by = decided && [decided.who, decided.when.slice(0, 10), decided.reason].filter(Boolean).join(', ')
  const status = [decided ? `${decided.verdict} (${by})` : 'open', known?.has(finding.id) ? 'known' : '']
  const evidence = evidenceLines(doc, finding.evidence).map((line) => `<li>${escapeXml(line)}</li>`)
  return `<li id="f${number}" class="${decided ? 'settled' : finding.severity}">
<p><strong>${escapeXml(finding.message)}</strong></p>
<p><q>${escapeXml(finding.text)}</q>${suggestions.length > 0 ? ` → ${suggestions.join(' or ')}` : ''}</p>
${evidence.length > 0 ? `<ul>${evidence.join('')}</ul>` : ''}
<p class="quiet">${escapeXml(`${finding.severity}, ${Math.round(100 * finding.confidence)} %, ${finding.check}, ${status.filter(Boolean).join(', ')}`)}${placed ? ` <a href="#m${number}">in the transcript</a>` : ''}</p>
</li>`
}

const TINTS: Readonly<Record<Origin, string>> = {
  english: 'var(--english)',
  mandarin: 'var(--mandarin)',
  interpretation: 'var(--interpretation)',
  notice: 'var(--line)',
}

const STYLE = `
:root { --english: #5b8fc7; --mandarin: #c7705b; --interpretation: #7a9c59; --error: #c62828; --warning: #b26a00; --info: #5f6368 }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffb74d; --info: #a3a8b0 } }
main { max-width: 72rem }
.summary { font-family: system-ui, sans-serif; border-block: 1px solid var(--line); padding-block: .5rem }
.plots { display: flex; flex-wrap: wrap; gap: 1.5rem }
figure { margin: .5rem 0; flex: 1 1 20rem }
figcaption, h3 { font-size: .9rem; font-weight: 600 }
svg { display: block; width: 100%; height: auto }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif }
svg rect { fill: var(--english) }
${Object.entries(TINTS)
  .map(
    ([origin, tint]) =>
      `svg rect.${origin} { fill: ${tint} } .key.${origin} { border-bottom: 3px solid ${tint} }`,
  )
  .join('\n')}
.key { margin-right: 1rem }
.mark { color: inherit; text-decoration: underline wavy var(--info) }
.mark.error { text-decoration: underline double var(--error) }
.mark.warning { text-decoration: underline wavy var(--warning) }
.mark.settled { text-decoration: underline dotted var(--quiet) }
del { color: var(--quiet) } ins { color: #17692b; text-decoration: underline }
@media (prefers-color-scheme: dark) { ins { color: #81c995 } }
.findings > li { border-top: 1px solid var(--line); padding: .4rem 0; break-inside: avoid }
.findings > li:target { background: var(--shade) }
.mark:target { outline: 2px solid var(--warning) }
.quiet, small { color: var(--quiet); font-size: .85em }
`
