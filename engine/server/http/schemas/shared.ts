/** What several schemas of the wire are made of. */
import type { JsonObject } from '#core/model/index.ts';
import { anything, id, listOf, nullable, object, oneOf, text, version, whole } from '../schema.ts';

export const bag: JsonObject = { type: 'object' };

export const subject = oneOf('application', 'account');

export const described = object({ id, title: text(), description: text() });

const problem = object({
  path: text(),
  section: text(),
  'row?': text(),
  code: text(),
  'rule?': text(),
  'slot?': text(),
  params: bag,
  place: text(),
  message: text(),
  severity: oneOf('block', 'warn'),
  'source?': text(),
});

export const problems = listOf(problem);

export const errorBody = object({
  code: text(),
  message: text(),
  requestId: text(),
  'problems?': problems,
  'refused?': object({ code: text(), message: text(), 'condition?': text(), 'details?': anything }),
  'current?': object({ version, value: anything }),
});

export const created = object({ id });

export const sectionRecord = object({ value: anything, version, savedAt: nullable(text()) });

export const fileRef = object({
  id,
  section: text(),
  slot: text(),
  'row?': text(),
  name: text(),
  mediaType: text(),
  bytes: whole,
  pages: nullable(whole),
  sha256: text(),
  'revision?': text(),
});
