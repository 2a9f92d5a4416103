import { describe, expect, it } from 'vitest';
import commonWords from './common-words.json' with { type: 'json' };
import { programmeIds } from './ids.ts';
import { LANGUAGE_WORDS } from './language-words.ts';
import { quotedWords, readSources } from './sources.ts';
import { programmeWords } from './words.ts';

const generic = readSources(['engine', 'renderer', 'admin-ui']);
const programmes = programmeWords(['definitions', 'tests/fixtures/programmes']);
const ids = programmeIds(['definitions', 'tests/fixtures/programmes']);
const common = new Set<string>(commonWords);

/** Words of this field; no form engine needs any of them. */
const TRADE = [
  '职称',
  '评审表',
  '公示表',
  '卫健委',
  '副高',
  '正高',
  '工作量',
  '卫生',
  '医院',
  '医师',
  '护理',
  '区县',
  '职改',
  '查档',
  '执业',
  '中医',
  '论著',
  '花名册',
];
const TRADE_LATIN = [
  'clinical',
  'hospital',
  'nursing',
  'pharmacy',
  'physician',
  'chongqing',
  'municipal',
  'healthTitle',
  'workload',
  'publicity',
];

/** The start command and settings name the programme that is served by default: the one place where that is said. */
const NAMES_THE_DEFAULT = ['engine/cli/bootstrap/test.mjs', 'engine/server/config.ts'];

function finds(words: string[], matches: (text: string, word: string) => boolean): string[] {
  return generic
    .filter(({ path }) => !NAMES_THE_DEFAULT.includes(path))
    .flatMap(({ path, text }) =>
      words.filter((word) => matches(text, word)).map((word) => `${path}: ${word}`),
    );
}

const asWord = (text: string, word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text);

describe('the wall', () => {
  it('has two programmes to compare with', () => {
    expect(programmes.identifiers.length).toBeGreaterThan(100);
    expect(programmes.phrases.length).toBeGreaterThan(500);
  });

  it('no identifier of a programme is in generic code', () => {
    expect(
      finds(
        programmes.identifiers.filter((word) => !common.has(word)),
        asWord,
      ),
    ).toEqual([]);
  });

  it('no id of a route or form stands in quotes in generic code, but for words of the language where they mean it', () => {
    const known = new Set(ids);
    const quoted = generic
      .filter(({ path }) => !NAMES_THE_DEFAULT.includes(path))
      .flatMap((source) => quotedWords(source).map((word) => ({ word, path: source.path })))
      .filter(({ word }) => known.has(word));
    const allowed = ({ word, path }: { word: string; path: string }) =>
      (LANGUAGE_WORDS[word]?.in ?? []).some((room) => path === room || path.startsWith(`${room}/`));
    expect(ids.length).toBeGreaterThan(90);
    expect(quoted.length).toBeGreaterThan(100);
    expect(quoted.filter((one) => !allowed(one)).map(({ word, path }) => `${path}: ${word}`)).toEqual([]);
    const used = (word: string, room: string) =>
      quoted.some((one) => one.word === word && `${one.path}/`.startsWith(`${room}/`));
    const idle = Object.entries(LANGUAGE_WORDS).flatMap(([word, { in: rooms }]) =>
      rooms.filter((room) => !used(word, room)).map((room) => `${word}: ${room}`),
    );
    expect(idle).toEqual([]);
  });

  it('no label of a programme is in generic code', () => {
    expect(
      finds(
        programmes.phrases.filter((word) => !common.has(word)),
        (text, word) => text.includes(word),
      ),
    ).toEqual([]);
  });

  it('no word of the field is in generic code', () => {
    expect(finds(TRADE, (text, word) => text.includes(word))).toEqual([]);
    expect(finds(TRADE_LATIN, (text, word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });
});
