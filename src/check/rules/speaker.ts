import { rosterOf } from '../../speakers/roster.js'
import type { Check } from '../check.js'
import { withCapitals } from '../names/recased.js'
import { mislabelled } from '../speakers/mislabelled.js'
import { sharedTurns } from '../speakers/shared-turn.js'

export const speaker: Check = {
  id: 'speaker',
  summary: 'Turns under a wrong name or none, and turns that hold two speakers.',
  explanation: `
A recogniser tells voices apart by sound and gives each a name later: sometimes another's. The call's own script tells
who speaks: the operator calls a questioner, a speaker hands over, gives his name, thanks. The check flags

- **a questioner under another's name**: the operator has just called somebody else, and the turn opens as a question.
  The name must be one that the operator called elsewhere, or an executive's, or the caller gives the name called;
- **numbers for names** ("spk02", "Speaker 3", "Q3") in a transcript that names others, with the name of whoever has just
  been given the floor. "Unidentified Analyst", an editor's words, is only noted;
- **another's turn**: the floor has just been given to somebody else of the company, or who speaks says "this is …";
- **a voice's number given twice**, in a transcript that numbers everybody: who has the floor for the first time has the
  number of a voice that has spoken before;
- **the interpreter under the executive's name**, or "Unidentified Speaker", where the interpretation has labels of its
  own elsewhere;
- **short thanks** after an answer, under the name of the one who answered;
- **a turn of two speakers**: the operator's call inside a questioner's turn, a hand-over to the turn's own speaker. The
  evidence says where to split.

Left alone are names spelled in two ways (see [\`name-variant\`](name-variant.md)), English names beside Chinese ones,
callers who stand in for another, and the interpreter under the executive's name where that is the transcript's
manner: reports and clean transcripts give him his own. Where somebody is given the floor inside a turn and begins to speak, clean transcripts give him the words that
follow; labels that the script all but proves wrong are put right by \`clean\` unasked. \`jiaodui check --speakers\` prints who speaks on the call and what tells so.
`,
  category: 'speaker',
  severity: 'error',
  examples: [
    {
      text: `Operator: Our first question comes from the line of Kelvin Ruan from Harbour Peak Securities. Please go ahead.

Kelvin Ruan: Good evening, and thank you for taking my question. How is demand?

Ann Price: Demand is good.

Operator: Our next question comes from the line of Jessie Fang from Lakeside Securities. Please go ahead.

{Kelvin Ruan=>Jessie Fang|speaker|A}: Hello, thank you for the opportunity to ask. My question is on margins.`,
      why: 'A questioner under the name of the one before.',
    },
    {
      text: `Operator: Our first question comes from Kelvin Ruan of Harbour Peak Securities. Your line is open.

{spk05=>Kelvin Ruan|speaker|A}: Good evening, I have two questions.

Ann Price: Please go on.

Kelvin Ruan: How is demand? And how are margins?`,
      why: 'A number where others have names.',
    },
    {
      text: `Operator: Our first question comes from Kelvin Ruan of Harbour Peak Securities. Your line is open.

Kelvin Ruan: How is demand? Thank you. {Our next question comes from Jessie Fang from Lakeside Securities.=>|speaker|B}

Jessie Fang: Hello, my question is on margins.`,
      why: "The operator's words at the end of a questioner's turn.",
    },
    {
      text: `Operator: There are no further questions. I will turn the call back to Ann Price for closing remarks.

{Chen Lu=>Ann Price|speaker|A} (CFO): Thank you all for joining us today. Goodbye.

Ann Price (IR): Please contact us.`,
      why: 'The floor was given to another.',
    },
    {
      text: `Speaker 1: Thank you for standing by. I will hand over to Ann Price. Please go ahead.

Speaker 2: Thank you. Our results are out. I will now hand over to Chen Lu.

Speaker 3: Thank you. Sales grew and margins rose.

Speaker 1: Our first question comes from Kelvin Ruan of Harbour Peak Securities. Please go ahead.

{Speaker 3=>Speaker 4|speaker|B}: Good evening, and thank you for taking my question. How is demand?`,
      why: 'A caller under the number of a voice that has spoken before.',
    },
    {
      text: `Operator: Our first question comes from Xin Liu from Lakeside Securities. Please go ahead.

Charlene Liu: Thank you for taking my question. How is demand?

Ann Price: I will turn the call over to our CFO, Mr. Fang.

Operator: The next question comes from Kelvin Ruan from Harbour Peak Securities. Please go ahead.

Joyce Zhang: Hi, this is Joyce on behalf of Kelvin. My question is on margins.`,
      why: 'An English name, and a caller who stands in.',
    },
  ],
  run: (written, lexicon) => {
    const doc = withCapitals(written, lexicon)
    const roster = rosterOf(doc)
    return [...mislabelled(doc, roster), ...sharedTurns(doc, roster)]
  },
}
