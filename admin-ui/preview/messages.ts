import type { JsonObject } from '#core/model/index.ts';

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

/** The desk asks for what is filled in. */
export type PreviewAsked = { kind: 'preview-asked' };

/** What is filled in, of which form, and the example that it began with. */
export type PreviewAnswers = {
  kind: 'preview-answers';
  form: string;
  sample: string | null;
  sections: JsonObject;
};
