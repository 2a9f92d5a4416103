import { apply, type Change, type ChangeProblem } from '#core/change/index.ts';
import type { Definition, Json, SourceFile } from '#core/model/index.ts';
import { textsOf } from '#core/translate/index.ts';
import { cyclesOf } from './files.ts';
import { titlesOn } from './titles.ts';

/** A text that is another after the changes; empty where there was none, or will be none. */
type TextEffect = { place: string; before: string; after: string };

/** What changes would do to the texts of a cycle, or why they cannot be made. */
type Effects = { texts: TextEffect[] } | { problem: ChangeProblem };

/** Makes changes to the files of a cycle and compares what people read of it. The files stay as they are. */
export function effectsOf(files: SourceFile[], changes: readonly Change[]): Effects {
  let after = files;
  for (const change of changes) {
    const made = apply(after, change);
    if ('problem' in made) return made;
    after = made.files;
  }
  const [one] = cyclesOf(files);
  const [other] = cyclesOf(after);
  return { texts: one && other ? textEffects(one.definition, other.definition) : [] };
}

function textEffects(before: Definition, after: Definition): TextEffect[] {
  return [...sentences(before, after), ...printed(before, after)];
}

type Sentence = { text: string; key: string[] };

function sentencesIn(definition: Definition): Map<string, Sentence> {
  const { cases: _cases, demo: _demo, locales: _locales, ...read } = definition;
  const texts = textsOf(read as unknown as Json);
  return new Map(texts.map(({ key, text }) => [key.join('/'), { text, key }]));
}

function sentences(before: Definition, after: Definition): TextEffect[] {
  const [old, young] = [sentencesIn(before), sentencesIn(after)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((id) => {
    const [was, will] = [old.get(id), young.get(id)];
    if (was?.text === will?.text) return [];
    const [definition, key] = will ? [after, will.key] : [before, was?.key ?? []];
    const place = titlesOn(definition as unknown as Json, key);
    return [{ place, before: was?.text ?? '', after: will?.text ?? '' }];
  });
}

/** The lines of printed sheets that are others, without their markup. */
function printed(before: Definition, after: Definition): TextEffect[] {
  return after.sheets.flatMap(({ id, title, template }) => {
    const was = before.sheets.find((sheet) => sheet.id === id)?.template ?? '';
    return was === template ? [] : linesOf(was, template).map((line) => ({ place: title, ...line }));
  });
}

function linesOf(before: string, after: string): Omit<TextEffect, 'place'>[] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  if (old.length !== young.length) return [];
  return young.flatMap((line, index) => {
    const [was, will] = [bare(old[index] ?? ''), bare(line)];
    return was === will ? [] : [{ before: was, after: will }];
  });
}

const bare = (line: string): string =>
  line
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
