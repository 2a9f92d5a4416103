import { fieldAt, recordSchema } from '#core/form/index.ts';
import { interpolate, segmentsOf } from '#core/json/index.ts';
import type { Definition, FieldSchema, RuleDefinition, SectionDefinition } from '#core/model/index.ts';
import { titled } from '../compose.ts';
import type { SentenceWords } from '../locales/index.ts';
import type { SentenceScope } from '../scope.ts';
import { demands } from '../statement.ts';

/**
 * A rule as a sentence; `ways` are what it chooses between, in this order, `notes` say how far it reaches, `source` is
 * the clause from which it comes.
 */
export type ReadRule = { text: string; ways?: string[]; notes: string[]; source?: string };

/** Rules under a heading. */
export type ReadPart = { title: string; rules: ReadRule[] };

/** What is read, and how. */
export type Reader = { definition: Definition; locale: string; words: SentenceWords };

/** One rule. */
export function ruleOf(text: string, source?: string, notes: string[] = []): ReadRule {
  return { text, notes, ...(source === undefined ? {} : { source }) };
}

/** A pattern of the locale with its places filled. */
export function worded(key: keyof SentenceWords['reading'], { words }: Reader, ...texts: string[]): string {
  return interpolate(words.reading[key], { 0: texts[0] ?? '', 1: texts[1] ?? '', 2: texts[2] ?? '' });
}

/** A title in quotation marks. */
export function quoted(title: string, reader: Reader): string {
  return titled(title, reader).text;
}

/** The items for each of which a rule must hold. */
function itemsOf(section: SectionDefinition, { list }: RuleDefinition): FieldSchema | undefined {
  return list === undefined ? undefined : fieldAt(recordSchema(section), segmentsOf(list))?.items;
}

/** Statements that must hold, each with its message. */
export function demanded(
  rules: RuleDefinition[] | undefined,
  scope: SentenceScope,
  reader: Reader,
): ReadRule[] {
  const { reading } = reader.words;
  return (rules ?? []).map((rule) => {
    const notes = [
      ...(rule.per === 'row' ? [reading.rows] : []),
      ...(rule.per === 'item' ? [reading.items] : []),
      ...(rule.severity === 'warn' ? [reading.warn] : []),
      ...(rule.enabled === false ? [reading.disabled] : []),
    ];
    const item = scope.section && itemsOf(scope.section, rule);
    return ruleOf(demands(rule, { ...scope, item }, reader.locale), rule.source, notes);
  });
}
