import { ownChoices } from '#core/form/index.ts';
import type { CodeList, FieldSchema } from '#core/model/index.ts';
import { formats, patternProblem } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { hintsOf } from '../../hints.ts';

const KEYS = ['suggest', 'examples'] as const;

/** Proposals that nobody would see, or that the field would refuse. */
export const suggestionShape: Check = {
  code: 'suggestion-shape',
  run: (context) => [
    ...context.fields.flatMap(({ schema, pointer }) => [
      ...checkField(schema, pointer, context.definition.codes),
      ...(schema.items === undefined
        ? []
        : checkField(schema.items, `${pointer}/items`, context.definition.codes)),
    ]),
    ...hintsOf(context)
      .filter(({ schema, hint }) => schema !== undefined && proposes(schema) && !isLine(hint.widget))
      .map(({ at, hint }) => ({
        at: `${at}/widget`,
        sentence: 'suggestion-shape.widget' as const,
        params: { widget: hint.widget ?? '' },
      })),
  ],
};

const proposes = (schema: FieldSchema): boolean => KEYS.some((key) => schema[key] !== undefined);
const isLine = (widget: string | undefined): boolean => widget === undefined || widget === 'text';

function checkField(schema: FieldSchema, at: string, codes: CodeList[]): Finding[] {
  if (!proposes(schema)) return [];
  const [key = 'suggest'] = KEYS.filter((known) => schema[known] !== undefined);
  const isChosen = schema.code !== undefined || ownChoices(schema) !== undefined;
  if (isChosen) return [{ at: `${at}/${key}`, sentence: 'suggestion-shape.choice', params: { key } }];
  if (schema.type !== 'string')
    return [{ at: `${at}/${key}`, sentence: 'suggestion-shape.text', params: { key } }];
  const { entries = [] } = codes.find(({ id }) => id === schema.suggest) ?? {};
  const misfit = entries.find(({ title }) => !fits(schema, title))?.title;
  return [
    ...(schema.examples ?? []).flatMap((text, index) =>
      fits(schema, text) ? [] : [refused(`${at}/examples/${index}`, text)],
    ),
    ...(misfit === undefined ? [] : [refused(`${at}/suggest`, misfit)]),
  ];
}

const refused = (at: string, text: string): Finding => ({
  at,
  sentence: 'suggestion-shape.misfit',
  params: { text },
});

function fits({ minLength = 0, maxLength, pattern, format }: FieldSchema, text: string): boolean {
  const { length } = [...text];
  if (length < minLength || length > (maxLength ?? length)) return false;
  if (pattern !== undefined && patternProblem(pattern) === null && !new RegExp(pattern, 'u').test(text))
    return false;
  return format === undefined || (formats[format]?.test(text) ?? true);
}
