import type { Empty, ErrorBody, FileRef, FileSlot } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';
import { ApiError } from './errors.ts';

/** A slot of a case, or of one of its rows. */
export type SlotRef = Omit<FileSlot, 'name'> & { caseId: string };

/** Called during the upload: bytes sent, and bytes in all. */
type Progress = (sent: number, total: number) => void;

/**
 * Puts a file into a slot as a raw body, with progress; `signal` cancels it.
 * XMLHttpRequest, because fetch cannot tell how much of a request has been sent.
 * Gives the stored file. Throws ApiError, or an AbortError when cancelled.
 */
export function uploadFile(
  place: SlotRef,
  file: File,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FileRef> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('PUT', uploadUrl(place, file.name));
    xhr.setRequestHeader('content-type', file.type || 'application/octet-stream');
    xhr.upload.onprogress = (event) => progress(event.loaded, event.total || file.size);
    xhr.onerror = () => reject(new ApiError(0, null));
    xhr.onabort = () => reject(new DOMException('upload cancelled', 'AbortError'));
    xhr.onload = () => finish(xhr, resolve, reject);
    signal?.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(file);
  });
}

function finish(xhr: XMLHttpRequest, resolve: (file: FileRef) => void, reject: (error: Error) => void): void {
  const body = parse(xhr.responseText);
  if (xhr.status >= 200 && xhr.status < 300 && body) resolve(body as FileRef);
  else reject(new ApiError(xhr.status, body as ErrorBody | null));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function uploadUrl(place: SlotRef, name: string): string {
  const { caseId, section, slot, row } = place;
  return `/api/cases/${encodeURIComponent(caseId)}/files${query({ section, slot, row, name })}`;
}

/** Takes a file out of its slot. */
export const deleteFile = (id: string): Promise<Empty> =>
  request<Empty>('DELETE', `/api/files/${encodeURIComponent(id)}`);

/** Where a file is shown. */
export const fileUrl = (id: string): string => `/api/files/${encodeURIComponent(id)}`;
