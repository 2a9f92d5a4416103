import { escapeHtml, type Json } from '#core/json/index.ts';

/** In the text of a template: `{facts.rows}`, outside of its own double braces. */
const IN_TEXT = /(?<!\{)\{facts\.([\w-]+)\}(?!\})/g;
const TAG = /\{\{(?!!)[^{}]*\}\}/g;
/** Among the operands of a tag: `{{#repeat facts.rows}}`. What stands first in a tag is a name, not an operand. */
const OPERAND = /(?<=[^\s{#^~]\s+|\()facts\.([\w-]+)(?=[\s)~}])/g;

/** The facts that a template says in its text or counts with. */
export function factsInTemplate(template: string): string[] {
  const written = [...template.matchAll(IN_TEXT)];
  const counted = [...template.matchAll(TAG)].flatMap(([tag]) => [...tag.matchAll(OPERAND)]);
  return [...written, ...counted].map(([, id = '']) => id);
}

/**
 * A template with its facts written out: in its text as people read them, in its tags as numbers. What is no fact, or
 * no number where one is counted with, stays as it is written.
 */
export function templateWithFacts(
  template: string,
  written: (id: string) => string | undefined,
  values: Readonly<Record<string, Json>>,
): string {
  if (!template.includes('facts.')) return template;
  const counted = template.replace(TAG, (tag) =>
    tag.replace(OPERAND, (whole, id: string) => numberOf(values, id) ?? whole),
  );
  return counted.replace(IN_TEXT, (whole, id: string) => {
    const text = written(id);
    return text === undefined ? whole : inert(text);
  });
}

function numberOf(values: Readonly<Record<string, Json>>, id: string): string | undefined {
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Text that is neither markup nor a tag, whatever stands in it. */
const inert = (text: string): string => escapeHtml(text).replaceAll('{', '&#123;').replaceAll('}', '&#125;');
