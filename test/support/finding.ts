import type { Finding } from '../../src/types.js'

/** A finding that a test can tell apart by what it gives. */
export function findingOf(given: Partial<Finding>): Finding {
  return {
    id: 'v1:test',
    check: 'test',
    category: 'term',
    severity: 'error',
    confidence: 0.95,
    start: 0,
    end: 1,
    text: '',
    message: 'Wrong.',
    evidence: [],
    suggestions: [],
    group: 'test',
    ...given,
  }
}
