import { useMemo, useRef } from 'react';
import { useOpenCase } from '../store/context.tsx';
import type { SlotPlace } from './useSlot.ts';
import { useUpload } from './useUpload.ts';
import { useUsedBytes } from './useUsedBytes.ts';

const PDF = ['application/pdf'];

/** The upload of a slot, the hidden input of the page that chooses the file, and what opens it. */
export function useFileChoice({ section, slot, row }: SlotPlace) {
  const { store } = useOpenCase();
  const input = useRef<HTMLInputElement>(null);
  const replacing = useRef<string>(undefined);
  const used = useUsedBytes();
  const { bytes } = store.view;
  const accept = slot.accept ?? PDF;
  const limits = useMemo(
    () => ({ accept, fileBytes: bytes.file, left: bytes.limit - used }),
    [accept, bytes, used],
  );
  const place = useMemo(
    () => ({ caseId: store.view.id, section, slot: slot.id, ...(row !== undefined && { row }) }),
    [store, section, slot.id, row],
  );
  const upload = useUpload(place, limits);
  const open = (replaced?: string) => {
    replacing.current = replaced;
    input.current?.click();
  };
  const take = (file: File | undefined) => {
    if (input.current) input.current.value = '';
    if (file) void upload.send(file, replacing.current);
  };
  return {
    upload,
    open,
    input: (
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={slot.title}
        accept={accept.join(',')}
        onChange={(event) => take(event.target.files?.[0])}
      />
    ),
  };
}
