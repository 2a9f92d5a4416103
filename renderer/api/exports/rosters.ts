import type { RosterRequest } from '#core/model/wire/index.ts';
import { errorBody } from '../client.ts';
import { ApiError } from '../errors.ts';

/** Called during the download: bytes so far. The total is not known, because the server writes while it reads. */
type Received = (bytes: number) => void;

/** A roster over one queue in a cycle. */
type RosterRef = { roster: string; queue: string; cycle: string };

/**
 * A queue as an Excel file, with progress; `signal` cancels it. Gives the whole file.
 * Throws ApiError, or an AbortError when cancelled.
 */
export async function readRoster(
  { roster, queue, cycle }: RosterRef,
  received: Received,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await reach(`/api/rosters/${encodeURIComponent(roster)}`, { queue, cycle }, signal);
  if (!response.ok || !response.body) throw new ApiError(response.status, await errorBody(response));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    bytes += read.value.byteLength;
    received(bytes);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

async function reach(path: string, wanted: RosterRequest, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError(0, null);
  }
}
