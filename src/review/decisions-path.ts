/** Where the decisions on a call are kept: `calls/a.txt` → `calls/a.decisions.jsonl`. */
export function decisionsPath(transcript: string): string {
  return `${transcript.replace(/\.[a-z]{2,8}$/iu, '')}.decisions.jsonl`
}
