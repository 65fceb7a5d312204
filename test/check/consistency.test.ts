import { describe, expect, it } from 'vitest'
import { generatedFiles, loadRules, outOfStep } from '../../scripts/docs.js'
import { examplesOf } from '../../src/check/explain.js'
import { checks } from '../../src/check/rules/index.js'

const rules = await loadRules()

describe('the files of src/check/rules', () => {
  it('are all in the index, which names nothing else', () => {
    expect(checks).toEqual(rules.map(({ check }) => check))
  })

  it('are in step with the index and the pages (npm run docs)', () => {
    expect(outOfStep(generatedFiles(rules))).toEqual({ stale: [], surplus: [] })
  })

  it('explain themselves: a sentence, a text, an example of either kind', () => {
    for (const { check } of rules) {
      const { reported, silent } = examplesOf(check)
      expect(check.id, 'id in kebab case').toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
      expect(check.summary, `summary of ${check.id}`).toMatch(/^\p{Lu}[^\n]*\.$/u)
      expect(check.explanation.trim(), `explanation of ${check.id}`).not.toBe('')
      expect(reported.length, `reported examples of ${check.id}`).toBeGreaterThan(0)
      expect(silent.length, `silent examples of ${check.id}`).toBeGreaterThan(0)
    }
  })
})
