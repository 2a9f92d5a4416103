/** The programme and its editions. */
import { flag, id, listOf, nullable, object, oneOf, text, whole } from '../schema.ts';
import { bag, described } from './shared.ts';

export const programme = object({
  id,
  title: text(),
  shortTitle: text(),
  locale: text(),
  timeZone: text(),
  cycle: object({ id: text(), title: text(), year: whole, opensAt: text(), closesAt: text() }),
  edition: id,
  password: object({
    minLength: whole,
    classes: whole,
    questions: listOf(object({ code: text(), title: text() })),
  }),
  accountForms: listOf(
    object({ id, title: text(), description: text(), makes: oneOf('person', 'organisation') }),
  ),
  categories: listOf(described),
});

export const edition = object({ hash: id, definition: bag, validators: text() });

export const policy = object({
  serving: id,
  cycle: text(),
  editions: listOf(object({ hash: id, cycle: text(), status: text(), publishedAt: nullable(text()) })),
  forms: listOf(
    object({
      id,
      title: text(),
      makesAccount: flag,
      sections: listOf(
        object({
          title: text(),
          kind: text(),
          limit: nullable(whole),
          items: whole,
          rules: whole,
          slots: whole,
        }),
      ),
      rules: whole,
    }),
  ),
  charts: listOf(object({ route: id, chart: id, title: text() })),
  unconfirmed: listOf(object({ place: text(), source: text() })),
});
