import { expect, it } from 'vitest'
import { homophonesIn } from '../../../src/check/mandarin/homophones.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m>\n\nLi Na: <i><1>${interpretation}</i>`)
  return homophonesIn(doc, defaultLexicon()).map(
    (reading) => `${textOf(doc.text, reading)} → ${reading.said}`,
  )
}

it.each([
  ['我们的受信额度增长了。', 'Our credit lines grew.', ['受信 → 授信']],
  ['第三季度营手增长了。', 'Revenue grew in the third quarter.', ['营手 → 营收']],
  ['第三季度營手增長了。', 'Revenue grew in the third quarter.', ['營手 → 营收']],
  ['我们的封控模型全面上线。', 'Our risk control model was launched.', ['封控 → 风控']],
  ['我们控制成本，封控结束了。', 'We control costs, and the lockdown ended.', []],
  ['这个对上户来说很好。', 'This is good for merchants.', ['上户 → 商户']],
  ['价格有一些下降，量的增长不错。', 'Prices declined, and container volume grew.', []],
  ['子公司已经进入了沙河。', 'The subsidiary has entered the sandbox.', ['沙河 → 沙盒']],
  ['平台对我们是机会还是微胁？', 'Are they an opportunity or a threat to us?', ['微胁 → 威胁']],
  ['现在有五个仓通过了人证。', 'Five warehouses have now been certified.', ['人证 → 认证']],
  ['客户的投诉绿是千分之三。', 'The complaint rate is 0.3%.', ['绿 → 率']],
  ['即时的反应很快。', 'Our instant response is quick.', []],
  ['我是罗文华，要到明年才会好。', 'I am Luo Wenhua. It takes a long road, until next year.', []],
  ['第三季度营收增长了。', 'Revenue grew in the third quarter.', []],
])('reads "%s" beside "%s"', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})
