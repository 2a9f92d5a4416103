import type { Logic, RosterDefinition, SheetDefinition } from '#core/model/index.ts';
import { callOf } from '../kind.ts';
import type { SentenceScope } from '../scope.ts';
import { sentence } from '../sentence.ts';
import { decides, gives } from '../statement.ts';
import { quoted, type Reader, type ReadPart, type ReadRule, ruleOf, worded } from './part.ts';

/** When sheets may be looked at, when they bear a watermark, and when a code. */
export function readSheets(reader: Reader): ReadPart {
  const { definition, words } = reader;
  return {
    title: words.reading.sheets,
    rules: definition.sheets.flatMap((sheet) => readSheet(sheet, reader)),
  };
}

function readSheet(sheet: SheetDefinition, reader: Reader): ReadRule[] {
  const { title, availableWhen, watermark, attest, frozenIn, source } = sheet;
  const scope: SentenceScope = { definition: reader.definition };
  const about = quoted(title, reader);
  const texts = [
    ...(availableWhen === undefined
      ? []
      : [decides('available', about, availableWhen, scope, reader.locale)]),
    ...(watermark === undefined
      ? []
      : [
          decides(
            'watermark',
            worded('print', reader, about, watermark.text),
            watermark.when,
            scope,
            reader.locale,
          ),
        ]),
    ...(attest?.when === undefined
      ? []
      : [decides('watermark', worded('attest', reader, about), attest.when, scope, reader.locale)]),
    ...(frozenIn === undefined
      ? []
      : [decides('watermark', worded('freezes', reader, about), inOneOf(frozenIn), scope, reader.locale)]),
  ];
  return texts.map((text) => ruleOf(text, source));
}

const inOneOf = (tags: string[]): Logic => ({
  or: tags.map((tag) => ({ in: [tag, { var: 'case.tags' }] })),
});

/** What a roster is filtered and added up by, and the columns that are computed. */
export function readRoster(roster: RosterDefinition, reader: Reader): ReadPart {
  const { definition, locale, words } = reader;
  const route = definition.routes.find(({ id }) => id === roster.route);
  const table = definition.categories
    .flatMap(({ sections }) => sections)
    .find(({ id }) => id === roster.rowsOf);
  const scope: SentenceScope = { definition, route, section: table };
  const value = (logic: Logic) => sentence(logic, scope, locale);
  const filters = (roster.filters ?? []).map((filter) =>
    ruleOf(worded('filter', reader, value(filter.value), quoted(filter.title, reader))),
  );
  const columns = roster.columns
    .filter((column) => callOf(column.value)?.name !== 'var')
    .map((column) =>
      ruleOf(worded('column', reader, value(column.value), quoted(column.title, reader)), column.source),
    );
  const subtotals =
    roster.subtotalBy === undefined
      ? []
      : [ruleOf(gives('value', words.reading.subtotal, roster.subtotalBy, scope, locale))];
  return { title: worded('roster', reader, roster.title), rules: [...filters, ...subtotals, ...columns] };
}
