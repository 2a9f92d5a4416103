import type { CategoryDefinition } from '#core/model/index.ts';
import type { SentenceScope } from '../scope.ts';
import { decides } from '../statement.ts';
import { readLimit } from './limits.ts';
import { demanded, quoted, type Reader, type ReadPart, type ReadRule, ruleOf } from './part.ts';
import { readSections, together } from './sections.ts';

/** Who may fill a form, what it demands as a whole, and its sections. */
export function readForms(reader: Reader): ReadPart[] {
  const all = reader.definition.categories.filter((form) => !form.abstract);
  const forms = all.filter((form) => !form.account);
  const registrations = all.filter((form) => form.account);
  return [
    ...registrations.flatMap((form) => [
      { title: form.title, rules: readForm(form, reader) },
      ...readSections([form], reader),
    ]),
    {
      title: reader.words.reading.forms,
      rules: [
        ...readLimit(reader.definition.edition.limit, reader),
        ...together(forms, (form) => readForm(form, reader), reader),
      ],
    },
    ...readSections(forms, reader),
  ];
}

function readForm(category: CategoryDefinition, reader: Reader): ReadRule[] {
  const scope: SentenceScope = { definition: reader.definition, category };
  const { offeredWhen, title, source } = category;
  const offered =
    offeredWhen === undefined
      ? []
      : [ruleOf(decides('offered', quoted(title, reader), offeredWhen, scope, reader.locale), source)];
  return [
    ...offered,
    ...readLimit(category.limit, reader, category),
    ...demanded(category.rules, scope, reader),
  ];
}
