import { Ajv } from 'ajv';
import type { JsonObject } from '#core/model/index.ts';
import { commonSchema, metaSchemas } from '#core/vocabulary/index.ts';
import { CommandError } from '../error.ts';

const text = { type: 'string' };
const object = { type: 'object' };
const closed = (required: string[], properties: JsonObject): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const organisation = {
  type: 'object',
  required: ['id', 'kind'],
  properties: { id: text, kind: text, parentId: { type: ['string', 'null'] } },
};
const event = {
  ...closed([], { by: text, type: text, input: object, now: text }),
  if: { anyOf: [{ required: ['by'] }, { required: ['type'] }, { required: ['input'] }] },
  then: { required: ['by', 'type'] },
  else: { required: ['now'] },
};

/** What a command reads from a file: a case whose outcome nobody states, or a walk. */
const SCHEMAS = {
  answers: { ...metaSchemas.case, $id: 'shenbao:answers', required: [] },
  walk: closed(['unit', 'organisations', 'events'], {
    unit: text,
    now: text,
    category: text,
    sections: object,
    applicant: object,
    others: { type: 'array', items: object },
    organisations: { type: 'array', minItems: 1, items: organisation },
    events: { type: 'array', items: event },
  }),
};

const ajv = new Ajv({ strict: false, ownProperties: true }).addSchema(commonSchema);
const checks = { answers: ajv.compile(SCHEMAS.answers), walk: ajv.compile(SCHEMAS.walk) };

/** Takes what a file holds as what the command reads. Throws CommandError that says where it is something else, and what was expected. */
export function checkFileShape(
  file: string,
  json: JsonObject,
  kind: keyof typeof checks,
  locale: string,
): void {
  const check = checks[kind];
  if (check(json)) return;
  const [fault] = check.errors ?? [];
  const { missingProperty, additionalProperty } = (fault?.params ?? {}) as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty;
  const at = (fault?.instancePath ?? '') + (name === undefined ? '' : `/${name}`);
  throw new CommandError(kind === 'walk' ? 'notWalk' : 'notAnswers', { file, at }, locale);
}
