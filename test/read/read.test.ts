import { describe, expect, it } from 'vitest'
import { readTranscript, recogniseFormat } from '../../src/read/read.js'
import { asLines, fixture, FORMATS, textsOf } from './fixtures.js'

const read = (name: string) => readTranscript(fixture(name))

describe('recogniseFormat', () => {
  it.each([
    ['earningscall.txt', 'earningscall'],
    ['motleyfool.txt', 'motleyfool'],
    ['motleyfool-inline.txt', 'motleyfool'],
    ['seekingalpha.txt', 'seekingalpha'],
    ['colon.txt', 'colon'],
    ['colon-numbered.txt', 'colon'],
    ['colon-han.txt', 'colon'],
    ['plain.txt', 'plain'],
    ['plain-uncased.txt', 'plain'],
  ])('tells %s is %s', (name, format) => {
    expect(recogniseFormat(fixture(name))).toBe(format)
  })

  it('gives way to a format by name', () => {
    for (const format of FORMATS) expect(readTranscript(fixture('colon.txt'), { format }).format).toBe(format)
  })
})

describe('earningscall', () => {
  const transcript = read('earningscall.txt')

  it('reads a turn a block, whatever the label', () => {
    expect(transcript.turns.map(({ speaker }) => speaker.label)).toEqual([
      'Operator',
      'Grace Lin (林静)',
      'Sun Wei',
      'spk04',
      'Q3',
      'Unidentified Analyst',
      '',
    ])
  })

  it('splits title and house, and keeps a house in "Inc." whole', () => {
    expect(transcript.turns[1]!.speaker).toMatchObject({
      title: 'Director of Investor Relations',
      firm: 'Harbor Lantern',
    })
    expect(transcript.turns[2]!.speaker).toMatchObject({
      title: 'Founder, Chairman and Chief Executive Officer',
      firm: 'Harbor Lantern Inc.',
    })
  })

  it('keeps a header without words and gives it no body', () => {
    expect(transcript.turns[5]!.body).toEqual([])
  })

  it('has one span a paragraph', () => {
    expect(textsOf(transcript, transcript.turns[1]!.body)).toEqual([
      'Thank you, operator. Hello, everyone.',
      'With me today is our CEO, Mr. Sun.',
    ])
  })

  it('sets date and disclaimer apart and marks remarks, not corrections', () => {
    const kinds = transcript.notices.map((notice) => [
      notice.kind,
      textsOf(transcript, [notice])[0]!.slice(0, 22),
    ])
    expect(kinds).toEqual([
      ['front-matter', '3/12/2026'],
      ['remark', '[Operator Instructions'],
      ['remark', '[Foreign language]'],
      ['remark', '(inaudible)'],
      ['disclaimer', 'Disclaimer\n\nThis confe'],
    ])
  })
})

describe('motleyfool', () => {
  it('reads names in bold with their titles', () => {
    const transcript = read('motleyfool.txt')
    expect(asLines(transcript).map((line) => line.slice(0, 40))).toEqual([
      'Operator: Good morning, and welcome to t',
      'Grace Lin: Thank you, operator. Good mor',
      'Sun Wei: [Foreign language]',
      'Unknown speaker: [Interpreted] In the fo',
      'Operator: [Operator instructions] Our fi',
      'Amy Cole: Thanks for taking my question.',
      'Grace Lin: Could you repeat that, Amy?',
      'Operator: [Operator signoff]',
    ])
    expect(transcript.turns[5]!.speaker).toMatchObject({ title: 'Analyst', firm: 'Quayside Securities' })
  })

  it('takes the people from the list at the end', () => {
    expect(read('motleyfool.txt').participants.map(({ name, title, firm }) => [name, title, firm])).toEqual([
      ['Grace Lin', 'Director of Investor Relations', undefined],
      ['Sun Wei', 'Chairman and Chief Executive Officer', undefined],
      ['Amy Cole', 'Analyst', 'Quayside Securities'],
    ])
  })

  it('reads "**Name:** words" and lists with the title first', () => {
    const transcript = read('motleyfool-inline.txt')
    expect(asLines(transcript)[1]).toBe('Sun Wei: Thank you. Let me begin with our markets: they grew.')
    expect(transcript.turns[1]!.speaker.title).toBe('Chief Executive Officer')
    expect(transcript.turns).toHaveLength(3)
  })
})

describe('seekingalpha', () => {
  const transcript = read('seekingalpha.txt')

  it('reads names on lines of their own, at paragraph ends and before colons', () => {
    expect(asLines(transcript)).toEqual([
      'Operator: Good day, and welcome to the call. Please go ahead.',
      'Grace Lin: Thank you, operator. Hello, everyone. / I will now hand over to Mr. Sun.',
      'Sun Wei: [Foreign Language] Thank you, Grace. / [Interpreted] We closed a strong year, and we [cohort] customers by age.',
      'Mei-Ling Hsu: Thank you. Our cash position is healthy. Please go ahead.',
      'Operator: ',
      'Amy Cole: Thanks. Amy Cole here. I have one question for Sun Wei.',
      'Sun Wei: [Foreign Language]',
      'Unidentified Company Representative: [Interpreted] Yes.',
      'Y.C. Tan: Hi, this is Y.C.',
      'Oliver Stone Reed: Congrats on the quarter.',
      'Founder, Chairman & CEO: Thank you.',
      'Bella Novak: A late question, if I may.',
      'Operator: This concludes the call.',
    ])
  })

  it('takes a listed title after the name into the header', () => {
    expect(
      textsOf(
        transcript,
        transcript.turns.map(({ header }) => header),
      ),
    ).toContain('Oliver Stone Reed: Meridian & Co. Inc., Research Division')
    expect(
      textsOf(
        transcript,
        transcript.turns.map(({ header }) => header),
      ),
    ).toContain('Sun Wei\nFounder, Chairman & CEO')
  })

  it('mends entries that were broken after a full stop', () => {
    expect(transcript.participants.map(({ name, title, firm }) => [name, title, firm])).toEqual([
      ['Grace Lin', 'Director, Investor Relations', undefined],
      ['Sun Wei', 'Founder, Chairman & CEO', undefined],
      ['Mei-Ling Hsu', 'CFO', undefined],
      ['Amy Cole', 'Research Division', 'Quayside Securities'],
      ['Y.C. Tan', undefined, 'Northgate Bank'],
      ['Oliver Stone Reed', 'Research Division', 'Meridian & Co. Inc.'],
    ])
  })
})

describe('seekingalpha, other vendors', () => {
  it('reads headers between rules, with numbers', () => {
    const transcript = read('seekingalpha-ruled.txt')
    expect(asLines(transcript)).toEqual([
      'Operator: Good morning, and welcome to the call.',
      'Grace Lin: Thank you, operator.',
      'Amy Cole: Thanks for the question.',
    ])
    expect(transcript.turns[1]!.speaker).toMatchObject({ title: 'IR Director', firm: 'Harbor Lantern Inc' })
  })

  it('reads titles on the line below the name', () => {
    const transcript = read('seekingalpha-titled.txt')
    expect(transcript.turns.map(({ speaker }) => [speaker.label, speaker.title, speaker.firm])).toEqual([
      ['Operator', undefined, undefined],
      ['Grace Lin', 'Director-Investor Relations', 'Harbor Lantern, Inc.'],
      ['Operator', undefined, undefined],
      ['Amy Cole', 'Analyst', 'Quayside Securities LLC'],
    ])
    expect(transcript.participants.map(({ name }) => name)).toEqual(['Grace Lin', 'Sun Wei', 'Amy Cole'])
  })

  it('reads names without blank lines around them', () => {
    expect(read('seekingalpha-unspaced.txt').turns.map(({ speaker }) => speaker.label)).toEqual([
      'Operator',
      'Grace Lin',
      'Sun Wei',
      'Operator',
      'Amy Cole',
      'Unidentified Analyst',
    ])
  })
})

describe('colon', () => {
  it('reads times, titles in parentheses, speaker numbers and labels inside lines', () => {
    expect(asLines(read('colon.txt'))).toEqual([
      'Operator: Good day. Note: this call is recorded.',
      'Sun Wei: Thank you. Three things matter: cost, price and 8:00 starts.\nWe will come to each.',
      'Amy Cole: Thanks. http://example.com has the slides.',
      'Speaker 1: I agree.',
      'SPEAKER_00: So do I.',
      'Speaker 1: Good.',
      'Jane Doe: Revenue: it was up 3%.',
      'Operator: We must close here.',
    ])
  })

  it('reads numbered speakers and leaves a bracketed figure alone', () => {
    expect(asLines(read('colon-numbered.txt'))).toEqual([
      '0: Good day, and welcome.',
      '1: Thank you. <inaudible> We begin. / [618] was a strong season.',
      '0: Goodbye.',
    ])
  })

  it('reads Chinese labels and full-width colons', () => {
    const transcript = read('colon-han.txt')
    expect(asLines(transcript)).toEqual([
      '主持人: 各位好，欢迎参加海灯科技业绩会。',
      '孙伟: 谢谢。我们认为：需求很好。【中文】',
      '发言人1: 请问毛利率？',
      '林静: 请董事长回答。',
      '发言人2: 我补充一点。',
    ])
    expect(transcript.notices.at(-1)!.kind).toBe('remark')
  })

  it('reads times after the name and labels of question and answer', () => {
    expect(asLines(read('colon-timed.txt'))).toEqual([
      '说话人 1: 大家好，欢迎。',
      '孙伟: 谢谢各位。',
      '问: 毛利率如何？',
      '答: 持续改善。',
      'Unknown Speaker: One question, please.',
      'Grace Lin: More words here.',
      'MR. SUN: Thanks.',
      'Interpreter (for Sun Wei): He thanks you.',
    ])
  })

  it('does not take headings and figures for speakers', () => {
    expect(
      readTranscript('Revenue: 3.1 billion\nNet Income: 12 million\nSource: filings').turns,
    ).toHaveLength(1)
  })
})

describe('plain', () => {
  it('opens turns at hand-overs and names whom they name', () => {
    const transcript = read('plain.txt')
    expect(transcript.turns.map(({ speaker }) => speaker.label)).toEqual([
      '',
      'Grace Lin',
      'Sun Wei',
      '',
      'Amy Cole',
      '',
    ])
    expect(transcript.turns[4]!.speaker.firm).toBe('Quayside Securities')
    expect(textsOf(transcript, transcript.turns[3]!.body)[0]).toMatch(/^Thank you\. Our next question/)
  })

  it('points the label into the words that hand over', () => {
    const transcript = read('plain.txt')
    const { speaker } = transcript.turns[4]!
    expect(textsOf(transcript, [speaker.span])).toEqual(['Amy Cole'])
  })

  it('reads text without capitals and full stops', () => {
    expect(read('plain-uncased.txt').turns.map(({ speaker }) => speaker.label)).toEqual([
      '',
      'grace lin',
      'sun',
      '',
      'amy cole',
    ])
  })

  it.each([
    'Before I turn the call over to Sun, good morning again to all of you.',
    'Turning to the next slide. Thank you for the work, team.',
    'This concludes our prepared remarks. You may ask questions.',
  ])('stays one turn without a safe cue: %s', (text) => {
    expect(readTranscript(text).turns).toHaveLength(1)
  })
})

describe('names', () => {
  it('takes a word of headings for a surname after a given name', () => {
    const { turns } = readTranscript(
      'Operator: Good day. Please go ahead.\n\nAnn Price (CFO): Thank you.\n\nStock Price: RMB 12.\n',
    )
    expect(turns.map(({ speaker }) => speaker.label)).toEqual(['Operator', 'Ann Price'])
  })
})

describe('titles of calls', () => {
  it('takes no company heading a page for a speaker', () => {
    const { turns, format } = readTranscript(
      '**Amber Field Dairy** (NYSE: AFD)\nQ3 2025 Earnings Call\n\n**Operator**\n\nGood day. Please go ahead.\n\n**Lin Yue** -- *Chief Executive Officer*\n\nThank you. Hello, everyone.\n',
    )
    expect(format).toBe('motleyfool')
    expect(turns.map(({ speaker }) => speaker.label)).toEqual(['Operator', 'Lin Yue'])
  })

  it('takes no title line before speech without marks for a speaker', () => {
    const { turns, format, notices } = readTranscript(
      'Amber Field Machine Tool Co., Ltd. third quarter 2025 investor call, 31 October 2025\n\nGood afternoon, and thank you for dialing in to our call today. I am the secretary of the board and will interpret.\n',
    )
    expect(format).toBe('plain')
    expect(turns.map(({ speaker }) => speaker.label)).toEqual([''])
    expect(notices.map(({ kind }) => kind)).toEqual(['front-matter'])
  })
})
