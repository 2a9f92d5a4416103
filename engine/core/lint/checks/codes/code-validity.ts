import type { CodeList } from '#core/model/index.ts';
import { pointer } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

/** An entry whose time ends before it begins, and a list of which nothing is valid in this cycle. */
export const codeValidity: Check = {
  code: 'code-validity',
  run: ({ definition }) =>
    definition.codes.flatMap((list, index) =>
      judge(list, pointer('codes', index), definition.edition.cycle.asOf),
    ),
};

function judge({ id, entries }: CodeList, at: string, asOf: string): Finding[] {
  const crossed = entries.flatMap(({ validFrom = '', validTo = '9999' }, index) =>
    validFrom > validTo
      ? [
          {
            at: at + pointer('entries', index, 'validFrom'),
            message: `This entry ends (${validTo}) before it begins (${validFrom})`,
          },
        ]
      : [],
  );
  const valid = entries.some(({ validFrom = '', validTo = '9999' }) => validFrom <= asOf && asOf <= validTo);
  return valid
    ? crossed
    : [...crossed, { at: `${at}/entries`, message: `No entry of "${id}" is valid on ${asOf}` }];
}
