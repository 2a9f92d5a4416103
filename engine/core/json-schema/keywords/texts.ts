import { fail, type Keyword, limiting } from '../check.ts';

/** Characters as Unicode counts them, without a list of them being made. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}

/** A text has at most as many characters as code units, and at least half as many: mostly nothing is counted. */
const isLonger = (text: string, limit: number): boolean => text.length > limit && lengthOf(text) > limit;
const isShorter = (text: string, limit: number): boolean =>
  text.length < limit || (text.length < 2 * limit && lengthOf(text) < limit);

const pattern: Keyword<string> = (schema) => {
  const expression = new RegExp(String(schema.pattern), 'u');
  const params = { pattern: schema.pattern };
  return (value, at, errors) =>
    expression.test(value) || fail(errors, { at, keyword: 'pattern', params, schema, value });
};

const format: Keyword<string> = (schema, compiler) => {
  const test = compiler.format(String(schema.format));
  const params = { format: schema.format };
  return (value, at, errors) => test(value) || fail(errors, { at, keyword: 'format', params, schema, value });
};

/** Keywords for texts, in Ajv's order. */
export const ofTexts: [string, Keyword<string>][] = [
  ['maxLength', limiting('maxLength', isLonger)],
  ['minLength', limiting('minLength', isShorter)],
  ['pattern', pattern],
  ['format', format],
];
