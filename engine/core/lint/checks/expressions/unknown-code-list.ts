import { pointer } from '#core/json/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { misfits } from '../../misfits.ts';
import { meantHint } from '../../nearest.ts';

/** A field, a filter, the password policy or a rule names a code list that is not there. */
export const unknownCodeList: Check = {
  code: 'unknown-code-list',
  run: (context) => [
    ...misfits(context, 'unknown-code-list'),
    ...named(context).flatMap(({ at, id }) => missing(context, at, id)),
  ],
};

function named({ fields, definition }: LintContext): { at: string; id: string | undefined }[] {
  return [
    { at: '/programme/password/questions', id: definition.programme.password.questions },
    ...fields.flatMap((field) => [
      { at: `${field.pointer}/code`, id: field.schema.code },
      { at: `${field.pointer}/items/code`, id: field.schema.items?.code },
      { at: `${field.pointer}/suggest`, id: field.schema.suggest },
      { at: `${field.pointer}/items/suggest`, id: field.schema.items?.suggest },
    ]),
    ...definition.rosters.flatMap((roster, index) =>
      (roster.filters ?? []).map((filter, position) => ({
        at: pointer('rosters', index, 'filters', position, 'code'),
        id: filter.code,
      })),
    ),
  ];
}

function missing({ definition }: LintContext, at: string, id: string | undefined): Finding[] {
  const known = definition.codes.map((list) => list.id);
  if (id === undefined || known.includes(id)) return [];
  return [{ at, params: { id }, ...meantHint(id, known) }];
}
