import { escapeHtml, unescapeHtml } from '#core/json/index.ts';

/** A value is read once and whole, so that no tag takes long to be read. */
const ATTRIBUTE = String.raw`[\s/]+[^\s=>"'/]+(?:\s*=\s*(?=(?<whole>"[^"]*"|'[^']*'|[^\s>"']+))\k<whole>)?`;
/** A style element, or a tag up to the value of its first `style` attribute. */
const STYLED = new RegExp(
  String.raw`(<style\b[^>]*>)([\s\S]*?)(?=<\/style)|(<[a-z][a-z0-9]*(?:${ATTRIBUTE})*?[\s/]+style\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)`,
  'gi',
);

/** A style of a page, and where it begins there. */
export type Style = { text: string; at: number };

/** The styles of a page, of its elements and of its attributes, in their order. */
export const stylesOf = (page: string): Style[] =>
  [...page.matchAll(STYLED)].map((found) => {
    const [, element = '', text, tag = '', , value = ''] = found;
    if (text !== undefined) return { text, at: found.index + element.length };
    return { text: unquoted(value), at: found.index + tag.length + (/^["']/.test(value) ? 1 : 0) };
  });

/** A page with other styles, as many as it had and in their order; what has not changed stays as it is written. */
export function withStyles(page: string, styles: readonly string[]): string {
  let at = -1;
  return page.replaceAll(
    STYLED,
    (whole, element?: string, style?: string, tag = '', _?: string, value = '') => {
      at += 1;
      const changed = styles[at] ?? '';
      if (style !== undefined) return `${element}${changed}`;
      return changed === unquoted(value) ? whole : `${tag}"${escapeHtml(changed)}"`;
    },
  );
}

const unquoted = (value: string): string =>
  unescapeHtml(value.replace(/^(["'])(.*)\1$/s, '$2')).replaceAll('&apos;', "'");
