import { itemsOf } from '#core/form/index.ts';
import type { CategoryDefinition, SectionDefinition, SlotDefinition } from '#core/model/index.ts';
import { cellNode } from '../nodes/fields.ts';
import type { SentenceScope } from '../scope.ts';
import { decides, gives } from '../statement.ts';
import { readFields } from './fields.ts';
import { demanded, quoted, type Reader, type ReadPart, type ReadRule, ruleOf, worded } from './part.ts';

/**
 * The sections of these forms. What several forms share is listed once; what only some have names them.
 */
export function readSections(forms: CategoryDefinition[], reader: Reader): ReadPart[] {
  const ids = [...new Set(forms.flatMap((form) => form.sections.map(({ id }) => id)))];
  return ids.map((id) => {
    const having = forms.filter((form) => sectionIn(form, id));
    const [first] = having;
    const title = (first && sectionIn(first, id)?.title) ?? id;
    return { title, rules: together(having, (form) => readSection(form, id, reader), reader) };
  });
}

function sectionIn(form: CategoryDefinition, id: string): SectionDefinition | undefined {
  return form.sections.find((section) => section.id === id);
}

/** The rules of several forms in the order of the first that has them, each with the forms where not all have it. */
export function together(
  forms: CategoryDefinition[],
  read: (form: CategoryDefinition) => ReadRule[],
  reader: Reader,
): ReadRule[] {
  const found = new Map<string, { rule: ReadRule; titles: string[] }>();
  for (const form of forms) {
    for (const rule of read(form)) {
      const key = JSON.stringify(rule);
      const known = found.get(key) ?? { rule, titles: [] };
      if (!known.titles.includes(form.title)) known.titles.push(form.title);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ rule, titles }) => {
    if (titles.length === forms.length) return rule;
    const only = worded('only', reader, titles.join(reader.words.marks.list));
    return { ...rule, notes: [...rule.notes, only] };
  });
}

function readSection(category: CategoryDefinition, id: string, reader: Reader): ReadRule[] {
  const section = sectionIn(category, id);
  if (section === undefined) return [];
  const { definition, locale } = reader;
  const scope: SentenceScope = { definition, category, section };
  const decided = (['visibleWhen', 'readOnlyWhen'] as const).flatMap((key) => {
    const logic = section[key];
    if (logic === undefined) return [];
    const decision = key === 'visibleWhen' ? 'visible' : 'readOnly';
    return [ruleOf(decides(decision, quoted(section.title, reader), logic, scope, locale), section.source)];
  });
  const isTable = section.kind === 'table';
  const record = isTable ? section.schema?.items : section.schema;
  return [
    ...decided,
    ...readFields(record, isTable ? 'row' : `application.${id}`, scope, reader),
    ...itemsOf(section).flatMap((item) => readItem(item, section, scope, reader)),
    ...(section.slots ?? []).flatMap((slot) => readSlot(slot, scope, reader)),
    ...demanded(section.rules, scope, reader),
  ];
}

type Item = NonNullable<SectionDefinition['items']>[number];

function readItem(item: Item, section: SectionDefinition, scope: SentenceScope, reader: Reader): ReadRule[] {
  const { locale, definition } = reader;
  const about = quoted(item.title, reader);
  const texts = [
    ...(item.visibleWhen === undefined ? [] : [decides('visible', about, item.visibleWhen, scope, locale)]),
    ...(item.requiredWhen === undefined
      ? []
      : [decides('required', about, item.requiredWhen, scope, locale)]),
    ...(item.derive === undefined
      ? []
      : [gives('derive', about, item.derive, scope, locale, cellNode(section, item, definition))]),
  ];
  return texts.map((text) => ruleOf(text, item.source));
}

function readSlot(slot: SlotDefinition, scope: SentenceScope, reader: Reader): ReadRule[] {
  const { locale } = reader;
  const about = quoted(slot.title, reader);
  const notes = slot.per === 'row' ? [reader.words.reading.rows] : [];
  const texts = [
    ...(slot.visibleWhen === undefined ? [] : [decides('place', about, slot.visibleWhen, scope, locale)]),
    ...(slot.requiredWhen === undefined
      ? []
      : [decides('evidence', about, slot.requiredWhen, scope, locale)]),
  ];
  return texts.map((text) => ruleOf(text, slot.source, notes));
}
