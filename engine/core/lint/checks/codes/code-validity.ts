import { validEntries } from '#core/compile/index.ts';
import { pointer } from '#core/json/index.ts';
import type { CodeList } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** An entry whose time ends before it begins, and a list of which nothing is valid in this cycle. */
export const codeValidity: Check = {
  code: 'code-validity',
  run: ({ definition }) =>
    definition.codes.flatMap((list, index) =>
      checkCodes(list, pointer('codes', index), definition.edition.cycle.asOf),
    ),
};

function checkCodes(list: CodeList, at: string, asOf: string): Finding[] {
  const crossed = list.entries.flatMap(({ validFrom = '', validTo = '9999' }, index) =>
    validFrom > validTo
      ? [
          {
            at: at + pointer('entries', index, 'validFrom'),
            params: { to: validTo, from: validFrom },
          },
        ]
      : [],
  );
  return validEntries(list, asOf).length > 0
    ? crossed
    : [...crossed, { at: `${at}/entries`, sentence: 'code-validity.none' as const, params: { asOf } }];
}
