import type { TemplateFault } from './fault.ts';

/**
 * The elements that a printed page may have. All others could load something, act, link away, or hold another
 * language.
 */
const TAGS = new Set(
  (
    'p div span h1 h2 h3 h4 h5 h6 br hr ul ol li dl dt dd strong em b i u s sub sup small pre main section article ' +
    'header footer figure figcaption table caption colgroup col thead tbody tfoot tr td th'
  ).split(' '),
);
const ATTRIBUTES =
  /^(class|style|id|title|lang|dir|colspan|rowspan|span|scope|start|value|aria-[a-z]+|role)$/;
const TAG = /<\/?([a-z\0][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>?/gi;
const ATTRIBUTE = /([^\s"'=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g;
const OUTPUT = '\0';

/** Tags and attributes that a printed page may not have, and outputs inside a tag without quotation marks. */
export function checkMarkup(template: string): TemplateFault[] {
  const text = template
    .replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, '')
    .replace(/\{\{~?\s*(?:[#/^]|else\b)[^}]*\}\}/g, ' ')
    .replace(/\{\{[^}]*\}\}\}?/g, OUTPUT)
    .replace(/<!--[\s\S]*?-->/g, '');
  return [...text.matchAll(TAG)].flatMap(([, tag = '', attributes = '']) => checkTag(tag, attributes));
}

function checkTag(tag: string, attributes: string): TemplateFault[] {
  if (!TAGS.has(tag.toLowerCase())) return [refused('tag', { tag: tag.replace(OUTPUT, '{{…}}') })];
  return [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', value = '""']) =>
    checkAttribute(tag, name, value),
  );
}

function checkAttribute(tag: string, name: string, value: string): TemplateFault[] {
  const isQuoted = /^["']/.test(value);
  if (name.includes(OUTPUT) || (!isQuoted && value.includes(OUTPUT))) return [refused('unquoted', { tag })];
  if (!ATTRIBUTES.test(name.toLowerCase())) return [refused('attribute', { tag, attribute: name })];
  if (name.toLowerCase() === 'style' && /url\s*\(|image-set|z-index|\\/i.test(value))
    return [refused('style', { tag })];
  return [];
}

const refused = (
  sentence: 'tag' | 'unquoted' | 'attribute' | 'style',
  params: Record<string, string>,
): TemplateFault => ({ code: 'template-refused', sentence: `template-refused.${sentence}`, params });
