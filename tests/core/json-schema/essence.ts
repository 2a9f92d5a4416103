import type { ValidationError } from '#core/model/index.ts';

/** What problems are made of. */
export const essence = ({ instancePath, keyword, params }: ValidationError) => ({
  instancePath,
  keyword,
  params,
});
