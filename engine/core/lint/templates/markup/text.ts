import { isRefusedStyle, mayBeAttribute, mayBeTag } from './allowed.ts';
import { type MarkupReader, nameOf, refuse, type Spot } from './refuse.ts';
import { isQuoted, type MarkupState, stepped } from './state.ts';

/** Reads on over what the template itself has written. */
export function readText(reader: MarkupReader, text: string, { line, column }: Spot): void {
  const spot = { line, column };
  for (const letter of text) {
    readLetter(reader, letter, spot);
    spot.column += 1;
    if (letter === '\n') Object.assign(spot, { line: spot.line + 1, column: 1 });
  }
}

/** Checks each part of a tag where it ends. */
export function readLetter(reader: MarkupReader, letter: string, spot: Spot): void {
  const before = reader.state;
  reader.state = stepped(before, letter);
  const { at } = reader.state;
  if (isQuoted(reader.state) || at === 'bare') reader.value += letter;
  if (before.at === at) return;
  if (before.at === 'name' || (before.at === 'declaration' && at === 'text'))
    checkTag(reader, before.tag, spot);
  if (before.at === 'attribute') checkAttribute(reader, before, spot);
  if (before.at === 'ended' && at === 'attribute') refuse(reader, 'blank', spot, { tag: before.tag });
  if (isQuoted(before) || before.at === 'bare') checkValue(reader, before, spot);
  if (at === 'equals') reader.value = '';
}

function checkTag(reader: MarkupReader, tag: string, spot: Spot): void {
  const name = nameOf(tag);
  if (mayBeTag(name) || reader.refused.has(name)) return;
  reader.refused.add(name);
  refuse(reader, 'tag', spot, { tag: name });
}

function checkAttribute(reader: MarkupReader, { tag, attribute }: MarkupState, spot: Spot): void {
  if (reader.refused.has(nameOf(tag)) || mayBeAttribute(attribute)) return;
  refuse(reader, 'attribute', spot, { tag: nameOf(tag), attribute });
}

function checkValue(reader: MarkupReader, { tag, attribute }: MarkupState, spot: Spot): void {
  if (attribute !== 'style' || !isRefusedStyle(reader.value)) return;
  refuse(reader, 'style', spot, { tag: nameOf(tag) });
}
