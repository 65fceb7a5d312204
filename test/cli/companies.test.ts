import { fc, test as lawTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { byCompany, companiesOf, sharedLine } from '../../src/cli/companies.js'
import { digestOfInput } from '../../src/cli/input-digest.js'
import { folderWith } from './folder.js'

const call = (...names: readonly string[]): string =>
  ['Operator', ...names].map((name) => `${name}: Thank you, and good morning to you all.\n`).join('\n')

const files = {
  'velora-2025q1.txt': call('Zhang Xiaodan', 'Ann Price', 'Li Wei'),
  'velora-2025q2.txt': call('Zhang Xiaodan', 'Ann Price', 'Li Wen'),
  'velora-2025q3.txt': call('Zhang Xieodan', 'Ann Price', 'Ken Moss'),
  'northlake-2025q3.txt': call('Zhang Xiaodam', 'Ann Prize'),
  'empty-2025q3.txt': '',
}

const inputsIn = (at: (path: string) => string) =>
  Object.keys(files).map((name) => ({ path: at(name), name: name.replace('.txt', '') }))

test('names that several calls of a company have are shared, and a form that can only misspell one', async () => {
  const together = await byCompany(inputsIn(folderWith(files)), {})
  const [company, ...others] = companiesOf(together)
  expect(others).toEqual([])
  expect(company!.known.map(({ term, soundsLike }) => [term, ...soundsLike])).toEqual([
    ['Ann Price'],
    ['Zhang Xiaodan', 'Zhang Xieodan'],
  ])
  expect(sharedLine(company!)).toBe(
    'velora: 3 calls share 2 names and 0 corrections; one call alone has Zhang Xieodan (Zhang Xiaodan)',
  )
  expect(together.map(({ company: own }) => own?.name)).toEqual([
    'velora',
    'velora',
    'velora',
    'northlake',
    undefined,
  ])
})

test('what was put right in one call is known to the others, unless it stands for two things', async () => {
  const settled = (heard: string, said: string, n: number) =>
    JSON.stringify({
      version: 1,
      who: 'ann',
      when: '2026-01-05T09:00:00.000Z',
      step: String(n),
      type: 'settle',
      finding: `v1:${n}`,
      check: 'name-variant',
      quote: heard,
      value: '0000000000000000',
      verdict: 'accepted',
      text: said,
    })
  const decisions = [
    settled('Wellura', 'Velora', 1),
    settled('Norlik', 'Northlake', 2),
    settled('Norlik', 'Norwick', 3),
  ]
  const at = folderWith({ ...files, 'velora-2025q1.decisions.jsonl': `${decisions.join('\n')}\n` })
  const taught = async (heeded?: false) => {
    const inputs = await byCompany(inputsIn(at), heeded === undefined ? {} : { decisions: heeded })
    const { known } = companiesOf(inputs)[0]!
    return known.flatMap(({ term, soundsLike, seenIn }) =>
      seenIn === undefined ? [[term, ...soundsLike]] : [],
    )
  }
  expect(await taught()).toEqual([['Northlake'], ['Norwick'], ['Velora', 'Wellura']])
  expect(await taught(false)).toEqual([])
})

test('a call is to be done anew when what it is told by the others changes', async () => {
  const inputs = inputsIn(folderWith(files))
  const digests = async (some: typeof inputs) =>
    (await byCompany(some, {})).map((input) => digestOfInput(input, 'sha'))
  const [first, , , other] = await digests(inputs)
  const [alone, , otherThen] = await digests([inputs[0]!, inputs[2]!, inputs[3]!])
  expect(alone).not.toBe(first)
  expect(otherThen).toBe(other)
})

lawTest.prop([fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })], { numRuns: 20 })(
  'what is shared does not depend on the order of the calls',
  async (order) => {
    const inputs = inputsIn(folderWith(files))
    const shared = (all: Awaited<ReturnType<typeof byCompany>>) =>
      new Map(all.map(({ name, company }) => [name, company]))
    expect(
      shared(
        await byCompany(
          order.map((index) => inputs[index]!),
          {},
        ),
      ),
    ).toEqual(shared(await byCompany(inputs, {})))
  },
)
