/** What a preview shows: files with their texts (null: gone) since the last message, and which form of them. */
export type PreviewRequest = {
  kind: 'preview';
  texts: Record<string, string | null>;
  cycle: string;
  form: string;
  section: string | null;
  /** The example whose answers it begins with; null for an empty form. */
  sample: string | null;
};

/** The page of the preview is there and knows nothing yet. */
export type PreviewReady = { kind: 'preview-ready' };
