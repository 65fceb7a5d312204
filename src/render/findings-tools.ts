import type { Log, Result } from 'sarif'
import { lineIndex } from '../text/lines.js'
import type { Finding } from '../types.js'
import { escapeXml, printable } from './escape.js'
import { evidenceLines } from './evidence.js'
import type { ReviewedCall } from './reviewed.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** The findings as SARIF 2.1.0; columns count UTF-16 code units. Settled and known ones say so. */
export function findingsSarif(call: ReviewedCall): string {
  const { doc, source } = call
  const rules = [...new Set(call.findings.map(({ check }) => printable(check)))].toSorted()
  const lines = lineIndex(doc.text)
  const resultOf = (finding: Finding): Result => {
    const from = lines.position(finding.start)
    const to = lines.position(finding.end)
    const region = { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
    const decided = call.settled.get(finding.id)
    const [best] = finding.suggestions
    return {
      ruleId: printable(finding.check),
      ruleIndex: rules.indexOf(printable(finding.check)),
      level: LEVELS[finding.severity],
      rank: Math.round(100 * finding.confidence),
      message: { text: printable([finding.message, ...evidenceLines(doc, finding.evidence)].join('\n')) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(source.path) }, region } }],
      partialFingerprints: { 'jiaodui/v1': finding.id },
      ...(call.known && { baselineState: call.known.has(finding.id) ? 'unchanged' : 'new' }),
      ...(decided && {
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: printable([decided.verdict, decided.reason].filter(Boolean).join(': ')),
          },
        ],
      }),
      ...(best && {
        fixes: [
          {
            description: { text: best.text === '' ? 'Take the words out' : printable(`Put “${best.text}”`) },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(source.path) },
                replacements: [{ deletedRegion: region, insertedContent: { text: printable(best.text) } }],
              },
            ],
          },
        ],
      }),
    }
  }
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jiaodui', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: call.findings.map(resultOf),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

/** Open findings as annotations that GitHub Actions shows beside the lines. */
export function findingsGithub(call: ReviewedCall): string {
  const lines = lineIndex(call.doc.text)
  return unsettled(call)
    .map((finding) => {
      const { line, column } = lines.position(finding.start)
      const [best] = finding.suggestions
      const message = [
        `${finding.text}: ${finding.message}`,
        ...(best ? [`Suggestion: ${best.text === '' ? 'take it out' : best.text}`] : []),
        ...evidenceLines(call.doc, finding.evidence),
      ].join('\n')
      const level = finding.severity === 'info' ? 'notice' : finding.severity
      const place = `file=${property(call.source.path)},line=${line},col=${column},title=${property(finding.check)}`
      return `::${level} ${place}::${escaped(message)}\n`
    })
    .join('')
}

/** Open findings as failed tests, a test suite a call; a call without any has one test that passes. */
export function findingsJunit(call: ReviewedCall): string {
  const lines = lineIndex(call.doc.text)
  const name = escapeXml(call.source.path)
  const open = unsettled(call).filter(({ severity }) => severity !== 'info')
  const cases = open.map((finding) => {
    const { line, column } = lines.position(finding.start)
    const words = [finding.message, ...evidenceLines(call.doc, finding.evidence)].join('\n')
    return `    <testcase classname="${escapeXml(finding.check)}" name="${name}:${line}:${column} ${escapeXml(finding.text)}">
      <failure type="${finding.severity}" message="${escapeXml(finding.message)}">${escapeXml(words)}</failure>
    </testcase>`
  })
  const body = cases.join('\n') || `    <testcase classname="jiaodui" name="${name}"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${name}" tests="${Math.max(1, open.length)}" failures="${open.length}">
${body}
  </testsuite>
</testsuites>
`
}

/** Findings to fail on: neither settled nor known. */
function unsettled({ findings, settled, known }: ReviewedCall): Finding[] {
  return findings.filter(({ id }) => !settled.has(id) && !known?.has(id))
}

function uriOf(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(printable(part)))
    .join('/')
}

function escaped(words: string): string {
  return printable(words).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(words: string): string {
  return escaped(words).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
