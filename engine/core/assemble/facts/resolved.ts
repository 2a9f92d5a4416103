import type { Json } from '#core/model/index.ts';

/** What stands at a place of the definition once its facts are written out; `from`: where the fact has its value. */
export type Resolved = { at: string; value: Json | undefined; from?: string | undefined };
