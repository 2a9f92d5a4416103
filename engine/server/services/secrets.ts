import type { Json } from '../../core/model/index.ts';

/** The keys of this installation at work; nobody here sees a key except the audit chain's. */
export type Secrets = {
  auditKey: Uint8Array;
  /** The keyed hash under which a unique value is kept and found. */
  hashOf(binding: string, value: string): string;
  seal(value: Json): Json;
  /** Throws when the value was sealed under another key or was changed. */
  open(value: Json): Json;
};
