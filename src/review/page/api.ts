import type { Action, CallView, Overview } from '../view.js'
import type { Answer, ExportKind, Step } from '../protocol.js'

/** The server said no; the message is for a person. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

export function fetchOverview(): Promise<Overview> {
  return ask<Overview>('api/calls')
}

export function fetchCall(id: string): Promise<CallView> {
  return ask<CallView>(`api/calls/${id}`)
}

/** The words of a call that is still being analysed; undefined where the whole can be had. */
export async function fetchDraft(id: string): Promise<CallView | undefined> {
  const response = await fetch(`api/calls/${id}/draft`)
  return response.status === 200 ? ((await response.json()) as CallView) : undefined
}

export function fetchExports(): Promise<readonly ExportKind[]> {
  return ask<readonly ExportKind[]>('api/exports')
}

/** The revision of a call as it stands at the server. */
export async function fetchRevision(id: string): Promise<string> {
  return (await ask<{ revision: string }>(`api/calls/${id}/revision`)).revision
}

/** Does a step on a call; throws Refusal with status 409 where somebody else has changed the call. */
export function send(id: string, revision: string, step: Action | Step): Promise<Answer> {
  return ask<Answer>(`api/calls/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision, step }),
  })
}

/** Where the file of an export is to be had. */
export function exportAddress(id: string, kind: string): string {
  return `api/calls/${id}/exports/${kind}`
}

async function ask<T>(path: string, options: RequestInit = {}): Promise<T> {
  const response = await fetch(path, options).catch(() => {
    throw new Refusal('The server does not answer: start jiaodui review again and reload this page.', 0)
  })
  if (response.ok) return (await response.json()) as T
  const said = (await response.json().catch(() => undefined)) as { message?: string } | undefined
  throw new Refusal(said?.message ?? `The server answers ${response.status}.`, response.status)
}
