import { describe, expect, it, test } from 'vitest'
import { roleOf, rolesOf } from '../../src/text/roles.js'
import type { Speaker } from '../../src/types.js'

const nowhere = { start: 0, end: 0 }
const speaker = (label: string, title?: string, firm?: string): Speaker => {
  return { label, span: nowhere, ...(title && { title }), ...(firm && { firm }) }
}

describe('roleOf', () => {
  test.each([
    ['executive', speaker('Wang Lin', 'Vice President and Chief Financial Officer')],
    ['executive', speaker('Wang Lin', 'Chief Executive Officer, Eastern Bank')],
    ['executive', speaker('Wang Lin', 'Director of Capital Markets')],
    ['executive', speaker('Wang Lin', 'Head of Research and Development')],
    ['executive', speaker('王林', '首席执行官')],
    ['executive', speaker('Financial Controller')],
    ['ir', speaker('Wang Lin', 'Director of Investor Relations')],
    ['analyst', speaker('Wang Lin', 'Harbour Securities, Research Division')],
    ['analyst', speaker('Wang Lin', 'Vice President, Equity Research')],
    ['analyst', speaker('Wang Lin', 'Managing Director', 'Harbour Bank')],
    ['analyst', speaker('Wang Lin', undefined, 'Harbour & Sons')],
    ['analyst', speaker('Unidentified Analyst')],
    ['operator', speaker('Operator', 'Conference Operator')],
    ['interpreter', speaker('Unidentified Translator')],
    ['interpreter', speaker('翻译')],
    ['unknown', speaker('Wang Lin')],
  ])('is %s for %o', (role, who) => {
    expect(roleOf(who)).toBe(role)
  })
})

describe('rolesOf', () => {
  it('looks speakers up among the participants', () => {
    const participants = [{ name: 'WANG LIN', span: nowhere, title: 'Founder' }]
    const turns = [{ speaker: speaker('Wang Lin'), header: nowhere, body: [] }]
    expect(rolesOf({ turns, participants })).toEqual(['executive'])
  })
})
