import type { LocalizedText } from '../localized-text.ts';
import { languageOf } from '../http/refusals.ts';
import type { Language } from '../localized-text.ts';

/** The language that a request asks for. */
export function requestLanguage(request: Request): Language {
  return languageOf(request.headers.get('accept-language') ?? undefined);
}

/** An answer as JSON. */
export function jsonAnswer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}

export interface RefusedRequest extends LocalizedText {
  readonly status: number;
  readonly code: string;
  /** What the refusal knows besides its code, e.g. the columns that are missing. */
  readonly facts?: object;
}

/** A refusal in the form that the GraphQL address gives it, so that a client reads both alike. */
export function refusalAnswer(request: Request, { status, code, vi, en, facts = {} }: RefusedRequest): Response {
  const message = { vi, en }[requestLanguage(request)];
  return jsonAnswer(status, { errors: [{ message, extensions: { ...facts, code, vi, en } }] });
}
