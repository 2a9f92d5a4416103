import type { ErrorBody } from '#core/model/wire/index.ts';
import { ApiError } from './errors.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `outlives`: it reaches the server even where the page is closed meanwhile. */
type Outliving = { outlives?: boolean };

/** Browsers take 64 KiB at once for pages that are gone; a character is three bytes at most. */
const MOST_OUTLIVING = 20_000;

/**
 * Asks the server for JSON. Gives the parsed body (undefined for 204).
 * Throws ApiError for every 4xx and 5xx, and with status 0 where the server could not be reached.
 */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  { outlives = false }: Outliving = {},
): Promise<T> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: text === undefined ? {} : { 'content-type': 'application/json' },
    ...(text !== undefined && { body: text }),
    keepalive: outlives && (text?.length ?? 0) < MOST_OUTLIVING,
  });
  if (!response.ok) throw new ApiError(response.status, await errorBody(response));
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Asks the server for a file. Throws as `request`. */
export async function requestBytes(path: string): Promise<ArrayBuffer> {
  const response = await reach(path, { method: 'GET', credentials: 'same-origin' });
  if (!response.ok) throw new ApiError(response.status, await errorBody(response));
  return response.arrayBuffer();
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    // The browser's room for requests that outlive their page may be full.
    if (init.keepalive) return reach(path, { ...init, keepalive: false });
    throw new ApiError(0, null);
  }
}

/** What a refusal says; null where it is none of ours. */
export async function errorBody(response: Response): Promise<ErrorBody | null> {
  try {
    return (await response.json()) as ErrorBody;
  } catch {
    return null;
  }
}

/** Writes `{a: 1, b: undefined}` as `?a=1`; an empty query as nothing. */
export function query(parameters: Record<string, string | number | undefined>): string {
  const entries = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  if (entries.length === 0) return '';
  return `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}
