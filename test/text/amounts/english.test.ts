import { describe, expect, test } from 'vitest'
import { findAmounts } from '../../../src/text/amounts/amounts.js'
import { notation } from './notation.js'

const digits: readonly (readonly [string, string])[] = [
  ['revenue reached RMB 2.48 billion', '2.48 billion=2480000000 CNY'],
  ['total revenues were RMB2,478.0 million, up', '2,478.0 million=2478000000 CNY'],
  ['or US$348.1 million in total', '348.1 million=348100000 USD'],
  ['we raised HK$2.8 billion in September', '2.8 billion=2800000000 HKD'],
  ['we raised HK $2.8 billion', '2.8 billion=2800000000 HKD'],
  ['NT$3 billion of sales', '3 billion=3000000000 TWD'],
  ['€5.5 million and £2 million', '5.5 million=5500000 EUR | 2 million=2000000 GBP'],
  ['¥1,752.3 million', '1,752.3 million=1752300000 CNY'],
  ['CNY 38 per ticket', '38=38 CNY /ticket'],
  ['USD 30,000 per vehicle', '30,000=30000 USD /vehicle'],
  ['a market of RMB1.2 trillion', '1.2 trillion=1200000000000 CNY'],
  ['worth 2.5 bn and 300k users', '2.5 bn=2500000000 | 300k=300000 (users)'],
  ['$2.5B and $15M', '2.5B=2500000000 USD | 15M=15000000 USD'],
  ['24.8 billion yuan', '24.8 billion=24800000000 CNY'],
  ['2.48 billion renminbi in revenue', '2.48 billion=2480000000 CNY'],
  ['5.2 million RMB', '5.2 million=5200000 CNY'],
  ['3 million US dollars and 4 million Hong Kong dollars', '3 million=3000000 USD | 4 million=4000000 HKD'],
  ['it was 12 cents', '12=0.12 USD'],
  ['15 US cents per share', '15=0.15 USD /share'],
  ['a dividend of $1.05 per ADS', '1.05=1.05 USD /ADS'],
  ['RMB 0.35 per diluted share', '0.35=0.35 CNY /diluted share'],
  ['3 dollars a share', '3=3 USD /share'],
  ['0.5 yuan per watt', '0.5=0.5 CNY /watt'],
  ['RMB 5/kWh', '5=5 CNY /kwh'],
  ['1,536,000 yuan', '1,536,000=1536000 CNY'],
  ['reaching 2,478 million this quarter', '2,478 million=2478000000'],
  ['24.8 hundred million yuan', '24.8 hundred million=2480000000 CNY'],
  ['1,536 ten thousand yuan', '1,536 ten thousand=15360000 CNY'],
  ['1 billion 752 million yuan', '1 billion 752 million=1752000000 CNY'],
  ['2 and a half million people', '2 and a half million=2500000 (people)'],
  ['2 point 5 billion yuan', '2 point 5 billion=2500000000 CNY'],
  ['15 point three six million', '15 point three six million=15360000'],
  ['1.234.567,8 euros', '1.234.567,8=1234567.8 EUR'],
  ['revenue of 2\u202f478 million', '2\u202f478 million=2478000000'],
  ['1,2345,6789 units', '1,2345,6789=123456789 (units)'],
  ['increased by 49% year-over-year', '49%=49 %'],
  ['growth of 0.6 percent', '0.6=0.6 %'],
  ['.5 percent and $.25', '.5=0.5 % | .25=0.25 USD'],
  ['an increase of 8 percentage points', '8=8 pp'],
  ['3.5 points of margin, 2.1 points higher', '3.5=3.5 pp | 2.1=2.1 pp'],
  ['60 basis points higher, then 50bps', '60=60 bp | 50=50 bp'],
  ['2.8 times the headcount', '2.8=2.8 x'],
  ['3x higher and 10-fold', '3=3 x | 10=10 x'],
  ['100 megawatts and 5 GWh', '100=100 MW | 5=5 GWh'],
  ['a 50-megawatt site of 3,000 square meters', '50=50 MW | 3,000=3000 m²'],
  ['38,000 tonnes, 835 km, 800V', '38,000=38000 t | 835=835 km | 800=800 V'],
  ['3 nanometer chips of 700 TOPS', '3=3 nm | 700=700 TOPS'],
  ['29 aesthetic centers', '29=29 (aesthetic centers)'],
  ['11 consecutive quarters', '11=11 (consecutive quarters)'],
  ['20 years and a 12-month plan', '20=20 (years) | 12=12 (month)'],
  ['we delivered 1 unit', '1=1 (unit)'],
  ['minus 7% last year', '7%=-7 %'],
  ['negative 3.5 percent', '3.5=-3.5 %'],
  ['it was -5% or −$6 million', '5%=-5 % | 6 million=-6000000 USD'],
  ['RMB minus 3 million', '3 million=-3000000 CNY'],
  ['around 122%', 'about 122%=122 %'],
  ['nearly RMB 4 billion', 'nearly 4 billion=4000000000 CNY'],
  ['more than 200 stores', 'over 200=200 (stores)'],
  ['at least $1.2 billion', 'at least 1.2 billion=1200000000 USD'],
  ['less than 5%', 'under 5%=5 %'],
  ['as much as 45 minutes', 'up to 45=45 (minutes)'],
  ['about 2000 stores', 'about 2000=2000 (stores)'],
  ['300+ stores and 150-plus percent', 'at least 300=300 (stores) | at least 150=150 %'],
  ['6 million or so', 'about 6 million=6000000'],
  ['it went up to 16% from 15%', '16%=16 % | 15%=15 %'],
  ['5% year over year 10%', '5%=5 % | 10%=10 %'],
  ['was 31% plus or minus 1%', '31%=31 % | 1%=1 %'],
  ['up 5% a year ago', '5%=5 %'],
]

const words: readonly (readonly [string, string])[] = [
  ['two point five billion', 'two point five billion=2500000000'],
  ['one and a half million users', 'one and a half million=1500000 (users)'],
  ['half a billion dollars', 'half a billion=500000000 USD'],
  ['a half billion yuan', 'a half billion=500000000 CNY'],
  ['a quarter of a million people', 'a quarter of a million=250000 (people)'],
  ['a quarter of our revenue', 'a quarter=0.25 part'],
  ['about two thirds of the total', 'about two thirds=0.6666666666667 part'],
  ['nearly half of beverage sales', 'nearly half=0.5 part'],
  ['twenty-five percent', 'twenty-five=25 %'],
  ['a hundred and twenty stores', 'a hundred and twenty=120 (stores)'],
  ['three thousand five hundred', 'three thousand five hundred=3500'],
  ['fifteen point three six million', 'fifteen point three six million=15360000'],
  ['one point oh five percent', 'one point oh five=1.05 %'],
  ['three point twenty five percent', 'three point twenty five=3.25 %'],
  ['point five percent', 'point five=0.5 %'],
  ['zero point four percent', 'zero point four=0.4 %'],
  ['a hundred and forty two point eight percent', 'a hundred and forty two point eight=142.8 %'],
  ['one hundred and one point three percent', 'one hundred and one point three=101.3 %'],
  ['two hundred and fifty-one million dollars', 'two hundred and fifty-one million=251000000 USD'],
  ['two million three hundred thousand', 'two million three hundred thousand=2300000'],
  ['four thirty seven million', 'four thirty seven million=437000000'],
  ['fifteen hundred stores', 'fifteen hundred=1500 (stores)'],
  ['a million and a half', 'a million and a half=1500000'],
  ['a billion dollars', 'a billion=1000000000 USD'],
  ['two and three quarters percent', 'two and three quarters=2.75 %'],
  ['half a percentage point', 'half a=0.5 pp'],
  ['eight tenths of a point', 'eight tenths of a=0.8 pp'],
  ['four and a half points', 'four and a half=4.5 pp'],
  ['a three point five point improvement', 'three point five=3.5 pp'],
  ['fifty basis points', 'fifty=50 bp'],
  ['340 basic points', '340=340 bp'],
  ['hundred percent', 'hundred=100 %'],
  ['ninety nine dollars', 'ninety nine=99 USD'],
  ['twenty five cents per diluted share', 'twenty five=0.25 USD /diluted share'],
  ['r m b two point four billion', 'two point four billion=2400000000 CNY'],
  ['minus seven percent', 'seven=-7 %'],
  ['two dozen stores', 'two dozen=24 (stores)'],
  ['two and a half gigs', 'two and a half=2.5 GW'],
  ['more than doubled', 'over doubled=2 x'],
  ['tripled', 'tripled=3 x'],
  ['a tenfold increase', 'tenfold=10 x'],
  ['twice the pace', 'twice=2 x'],
  ['three times', 'three=3 x'],
  ['I have two questions', 'two=2 (questions)'],
  ['the following three aspects', 'three=3 (aspects)'],
  ['for six quarters', 'six=6 (quarters)'],
  ['in two new large markets', 'two=2 (new large markets)'],
  [
    'five hundred nineteen thousand and four point seven million',
    'five hundred nineteen thousand=519000 | four point seven million=4700000',
  ],
  ['one hundred and two hundred stores', 'one hundred=100 | two hundred=200 (stores)'],
  ['zero dot ninety six euros', 'zero dot ninety six=0.96 EUR'],
  ['one hundred eighty thousand million yuan', 'one hundred eighty thousand million=180000000000 CNY'],
  ['up four million year over year', 'four million=4000000'],
  ['shares sold under the two million dollars program', 'two million=2000000 USD'],
  ['one percent', 'one=1 %'],
  ['one billion', 'one billion=1000000000'],
]

const ranges: readonly (readonly [string, string])[] = [
  ['RMB 2.4 billion to 2.6 billion', '2.4 billion=2400000000 CNY | 2.6 billion=2600000000 CNY*'],
  ['RMB 2.4 to 2.6 billion', '2.4=2400000000 CNY* | 2.6 billion=2600000000 CNY*'],
  ['2.4 to 2.6 billion yuan', '2.4=2400000000 CNY* | 2.6 billion=2600000000 CNY'],
  ['$5 to $6 billion', '5=5000000000 USD* | 6 billion=6000000000 USD'],
  ['$5 billion to $6 billion', '5 billion=5000000000 USD | 6 billion=6000000000 USD'],
  ['between 10% and 12%', '10%=10 % | 12%=12 %'],
  ['between 10 and 12 percent', '10=10 %* | 12=12 %'],
  ['2 to 3 percentage points', '2=2 pp* | 3=3 pp'],
  ['two to three percentage points', 'two=2 pp* | three=3 pp'],
  ['thirty five to forty million dollars', 'thirty five=35000000 USD* | forty million=40000000 USD'],
  ['10-12% and 10%–12%', '10=10 %* | 12%=12 % | 10%=10 % | 12%=12 %'],
  ['5 to 6 cents', '5=0.05 USD* | 6=0.06 USD'],
  ['8 to 10 years', '8=8 (years)* | 10=10 (years)'],
  ['two or three seasons', 'two=2 (seasons)* | three=3 (seasons)'],
  ['from 297.5 million to $649.7 million', '297.5 million=297500000 USD* | 649.7 million=649700000 USD'],
  ['3.2 million or 25 cents', '3.2 million=3200000 | 25=0.25 USD'],
  ['from 10% to 12 million', '10%=10 % | 12 million=12000000'],
  ['5.2 million and 17.6 million', '5.2 million=5200000 | 17.6 million=17600000'],
]

const malformed: readonly (readonly [string, string])[] = [
  ['adjusted to 2873,000 yuan', '2873,000=?2873000?2873 CNY'],
  ['reaching 1,78.5 million', '1,78.5 million=?178500000'],
  ['RMB2.478.0 million', '2.478.0 million=?2478000000 CNY'],
  ['costs of 1,1175.5 million', '1,1175.5 million=?11175500000'],
]

describe('amounts in English', () => {
  test.each(digits)('digits: %s', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })
  test.each(words)('words: %s', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })
  test.each(ranges)('ranges: %s', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })
  test.each(malformed)('malformed: %s', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })
})

test('reads a count after "quarter", and a short year after "quarter of"', () => {
  const values = (text: string) => findAmounts(text).map(({ value }) => value)
  expect(values('We delivered in the third quarter 1021 units.')).toEqual([1021])
  expect(values('In the second quarter of 19 to 82% of sales')).toEqual([82])
  expect(values('in quarter 3 we grew')).toEqual([])
})
