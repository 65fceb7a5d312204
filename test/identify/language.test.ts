import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/identify/language.js'

describe('languageOf', () => {
  it.each([
    ['thank you', 'english'],
    ['uh', 'english'],
    ['Our next question comes from the line of Alejandro Moreno from Banco Santander.', 'english'],
    ['The self-calculation cloud has a net income of up to 7.8 billion yuan, a growth of 120%.', 'english'],
    ['好的', 'mandarin'],
    ['我们的EBITDA利润率', 'mandarin'],
    ['多謝各位參加', 'mandarin'],
    ['24%', 'unknown'],
    ['. . .', 'unknown'],
    ['', 'unknown'],
    ['売上高は前年同期比で増加しました', 'other'],
    ['매출은 전년 대비 증가했습니다', 'other'],
    ['Спасибо за ваш вопрос', 'other'],
    ['ขอบคุณครับ', 'other'],
    ['Muchas gracias por su pregunta, los ingresos del trimestre crecieron un veinte por ciento', 'other'],
    ['Les revenus ont progressé de vingt pour cent grâce à la croissance de nos services', 'other'],
    ['Doanh thu của chúng tôi trong quý ba đã tăng trưởng hai mươi phần trăm so với cùng kỳ', 'other'],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
