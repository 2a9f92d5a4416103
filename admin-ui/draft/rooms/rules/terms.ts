import { CALLS, type Call, type Readable, type ReadableKind, type Term } from '#core/builder/index.ts';
import type { Definition, ExpressionDefinition, Json } from '#core/model/index.ts';
import type { RulesWords } from '#renderer/locales/index.ts';

/** Something that can be chosen as a term, under a heading. */
type TermChoice = { value: string; label: string };
type TermGroup = { label: string; options: TermChoice[] };

type Known = { sources: readonly Readable[]; expressions: readonly ExpressionDefinition[] };

/** What terms can be chosen from: what is read, named conditions, attributes of codes, and what is computed. */
export function termGroups(
  { sources, expressions }: Known,
  definition: Definition,
  words: RulesWords,
): TermGroup[] {
  const titles: Record<string, string> = words.groups;
  const groups = [...new Set(sources.map(({ group }) => group))].map((group) => ({
    label: titles[group] ?? group,
    options: sources
      .filter((one) => one.group === group)
      .map(({ path, title }) => ({ value: `read ${path}`, label: title })),
  }));
  const named = expressions.map(({ id, title }) => ({ value: `use ${id}`, label: title }));
  const calls = (Object.keys(CALLS) as Call[]).filter((one) => one !== 'use' && one !== 'code');
  return [
    ...groups,
    { label: words.groups.named, options: named },
    { label: words.groups.codes, options: attributesOf(definition) },
    {
      label: words.groups.calls,
      options: calls.map((one) => ({ value: `call ${one}`, label: words.calls[one] })),
    },
  ].filter(({ options }) => options.length > 0);
}

const OWN_KEYS = ['code', 'title', 'validFrom', 'validTo', 'successor', 'source'];

function attributesOf({ codes, programme }: Definition): TermChoice[] {
  return codes.flatMap(({ id, title, entries }) => {
    const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
    return [...keys]
      .filter((key) => !OWN_KEYS.includes(key))
      .map((key) => ({
        value: `code ${id} ${key}`,
        label: `${title} › ${programme.titles?.[`code.${id}.${key}`] ?? key}`,
      }));
  });
}

/** The choice that a term is; empty for a value and for what is locked. */
export function choiceOf(term: Term): string {
  if (term.kind === 'read') return `read ${term.path}`;
  if (term.kind !== 'call') return '';
  const names = term.args.flatMap((one) => (one.kind === 'value' ? [String(one.value)] : ['']));
  if (term.name === 'use') return `use ${names[0] ?? ''}`;
  return term.name === 'code' ? `code ${names[0] ?? ''} ${names[2] ?? ''}` : `call ${term.name}`;
}

const valueTerm = (value: Json): Term => ({ kind: 'value', value });

/** The term of a choice; its operands are those of the term before, as far as there are such. */
export function termFrom(choice: string, before: Term, { expressions }: Pick<Known, 'expressions'>): Term {
  const [kind, name = '', attribute = ''] = choice.split(' ');
  if (kind === 'read') return { kind: 'read', path: name, isShort: true };
  const inner = operandsOf(before);
  const operand = (at: number): Term => inner[at] ?? { kind: 'read', path: 'now', isShort: true };
  if (kind === 'code') return call('code', [valueTerm(name), inner[0] ?? before, valueTerm(attribute)]);
  if (kind === 'use') {
    const params = expressions.find(({ id }) => id === name)?.params ?? [];
    const term = call('use', [valueTerm(name), ...params.map((_, at) => operand(at))]);
    return { ...term, isShort: params.length === 0 };
  }
  const chosen = name as Call;
  return call(
    chosen,
    Array.from({ length: CALLS[chosen][1] }, (_, at) => (at === 0 ? (inner[0] ?? before) : operand(at))),
  );
}

const call = (name: Call, args: Term[]): Extract<Term, { kind: 'call' }> => ({
  kind: 'call',
  name,
  args,
  isShort: false,
});

/** The operands of a call that are edited: names of lists and expressions are part of the choice. */
export function operandsOf(term: Term): Term[] {
  return operandPlaces(term).flatMap((at) => (term.kind === 'call' ? (term.args[at] ?? []) : []));
}

export function operandPlaces(term: Term): number[] {
  if (term.kind !== 'call') return [];
  if (term.name === 'code') return [1];
  const all = term.args.map((_, at) => at);
  return term.name === 'use' ? all.slice(1) : all;
}

/** What kind of value a term has, and which there are; `section`: what is read as `section` by itself. */
export function valuesOfTerm(
  term: Term,
  sources: readonly Readable[],
  section: string | undefined,
): Pick<Readable, 'kind' | 'choices'> {
  if (term.kind !== 'read') return { kind: term.kind === 'call' ? KINDS[term.name] : 'any' };
  const path = term.path.replace(/^section\./, `application.${section ?? ''}.`);
  return sources.find((one) => one.path === path) ?? { kind: 'any' };
}

const KINDS: Record<Call, ReadableKind> = {
  use: 'any',
  code: 'text',
  months: 'number',
  days: 'number',
  years: 'number',
  length: 'number',
  date: 'date',
  rangeStart: 'date',
  rangeEnd: 'date',
  trim: 'text',
};

/** What was typed, as a value of this kind: a number where it is one. */
export function valueFrom(typed: string, kind: ReadableKind, before: Json): Json {
  const isNumber = kind === 'number' || (kind === 'any' && typeof before === 'number');
  return isNumber && /^-?\d{1,15}(\.\d{1,6})?$/.test(typed.trim()) ? Number(typed) : typed;
}
