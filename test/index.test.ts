import { expect, it } from 'vitest'
import * as jiaodui from '../src/index.js'

it('exports just these names', () => {
  expect(Object.keys(jiaodui).toSorted()).toEqual([
    'ReadError',
    'alignPassages',
    'annotate',
    'applyEdits',
    'check',
    'checks',
    'clean',
    'countFigures',
    'decodeText',
    'defaultLexicon',
    'diffWords',
    'exportKinds',
    'extractText',
    'findAmounts',
    'identifyOrigins',
    'invertEdits',
    'mapOffset',
    'openLexicon',
    'plan',
    'powerOfTenApart',
    'readTranscript',
    'recogniseFormat',
    'renderClean',
    'renderReportText',
    'reportOf',
    'runChecks',
    'sameValue',
    'segmentTranscript',
    'styles',
    'textOfHtml',
    'tieOut',
  ])
})
