/** What a template is made of, in its order: text between tags, tags, and what Handlebars reads. */
type Token = { type: 'text' | 'tag' | 'call'; start: number; end: number; text: string };

/**
 * The parts of a template, which follow one another without a gap. Texts stand between tags; what Handlebars reads is
 * one part from its braces to its braces, also where it stands in a tag: the tag then comes in pieces.
 */
export function tokensOf(template: string): Token[] {
  const tokens: Token[] = [];
  let inTag: boolean = false;
  for (let at = 0; at < template.length; ) {
    const isCall = template.startsWith('{{', at);
    const isTag: boolean = !isCall && (inTag || opensTag(template, at));
    const end: number = isCall ? callEnd(template, at) : isTag ? tagEnd(template, at) : textEnd(template, at);
    if (isTag) inTag = template[end - 1] !== '>';
    tokens.push({
      type: isCall ? 'call' : isTag ? 'tag' : 'text',
      start: at,
      end,
      text: template.slice(at, end),
    });
    at = end;
  }
  return tokens;
}

const opensTag = (template: string, at: number): boolean => /^<[a-z/!]/i.test(template.slice(at, at + 2));

/** Behind the braces; braces in quotation marks end nothing, and a comment ends where comments do. */
function callEnd(template: string, at: number): number {
  const comment = template.startsWith('{{!--', at) ? template.indexOf('--}}', at) : -1;
  if (comment >= 0) return comment + '--}}'.length;
  const rest = template.slice(at + 2);
  const read = /^(?:"[^"]*"|'[^']*'|\}(?!\})|[^}"'])*\}\}/.exec(rest)?.[0];
  if (read !== undefined) return at + 2 + read.length;
  const end = template.indexOf('}}', at);
  return end < 0 ? template.length : end + 2;
}

function tagEnd(template: string, at: number): number {
  return endAt(
    template,
    at,
    (index) => template.startsWith('{{', index),
    (index) => template[index] === '>',
  );
}

function textEnd(template: string, at: number): number {
  return endAt(
    template,
    at + 1,
    (index) => template.startsWith('{{', index) || opensTag(template, index),
    () => false,
  );
}

/** Where the first of two things comes: before the one, behind the other. */
function endAt(
  template: string,
  from: number,
  before: (index: number) => boolean,
  behind: (index: number) => boolean,
): number {
  for (let index = from; index < template.length; index += 1) {
    if (before(index)) return index;
    if (behind(index)) return index + 1;
  }
  return template.length;
}

/** A sentence of a template: where it stands without the blanks at its ends, and how it is read. */
export function sentencesOf(template: string): { start: number; end: number; text: string }[] {
  return tokensOf(template).flatMap(({ type, start, text }) => {
    const trimmed = text.trim();
    if (type !== 'text' || trimmed === '') return [];
    const from = start + text.indexOf(trimmed);
    return [{ start: from, end: from + trimmed.length, text: trimmed }];
  });
}
