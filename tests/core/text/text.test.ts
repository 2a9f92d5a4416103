import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanLine,
  cleanLines,
  comparisonKey,
  cutFileName,
  cutText,
  foldWidths,
  identifierKey,
  showsNothing,
  withoutLookalikes,
} from '#core/text/index.ts';

/** Any string of code units, halves of pairs and marks of direction among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '张',
        'a',
        ' ',
        '\u200b',
        '\u202e',
        '\ud83d',
        '\ufe0f',
        '\u200d',
        '👩',
        '\u0301',
        '\r',
        '\n',
      ),
    )
    .map((parts) => parts.join('')),
);

const cleaned: [string, string, string][] = [
  ['a decomposed accent', 'e\u0301', 'é'],
  ['blanks at the ends, those of full width too', ' \u3000张三\u00a0 ', '张三'],
  ['a blank of no width', '张\u200b三', '张三'],
  ['a mark of byte order', '\ufeff张三', '张三'],
  ['a direction override', 'abc\u202egnp.exe', 'abcgnp.exe'],
  ['direction isolates', '\u2066张三\u2069', '张三'],
  ['a soft hyphen', '张\u00ad三', '张三'],
  ['half of a pair', '张\ud83d三', '张三'],
  ['control characters', '张\u0000\u0007三\u009f', '张三'],
  ['a filler that shows nothing', '张\u3164三', '张三'],
  ['tabs and line breaks', '张\t三\r\n李四', '张 三 李四'],
  ['what is no character', 'a\uffff\ufdd0b', 'ab'],
  ['a joiner between Chinese signs', '张\u200d三', '张三'],
];

describe('text is cleaned', () => {
  it.each(cleaned)('%s', (_, text, kept) => expect(cleanLine(text)).toBe(kept));

  it.each([
    ['a picture of several', '👩‍⚕️'],
    ['a picture with its selector', '❤️'],
    ['a key', '1️⃣'],
    ['the variant of a sign', '葛\u{e0100}城'],
    ['a rare sign outside the first plane', '𠮷𡈽'],
    ['joined letters of another script', 'می‌خواهم'],
  ])('%s stays', (_, text) => expect(cleanLine(text)).toBe(text.normalize('NFC')));

  it('lines stay lines, whatever wrote them', () => {
    expect(cleanLines(' 一\r\n二\r三\u2028四\n\n五 \n')).toBe('一\n二\n三\n四\n\n五');
  });

  it('twice is once, and what is left holds none of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const clean of [cleanLine, cleanLines]) {
          const once = clean(text);
          expect(clean(once)).toBe(once);
          expect(once.isWellFormed()).toBe(true);
          expect(once.normalize('NFC')).toBe(once);
          expect(once).toBe(once.trim());
          expect(once).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]|[^\P{Cc}\n]/u);
        }
        expect(cleanLine(text)).not.toContain('\n');
      }),
    );
  });

  it.each(['', ' ', '\u3000', '\u200b', '\u3164', '\u2800', '\u0301', '\ufe0f\u200d', '\u202e \n'])(
    '%j shows nothing',
    (text) => expect(showsNothing(text)).toBe(true),
  );

  it.each(['0', '/', '无', '𠮷', '👩', '.', '\ue000'])('%j shows something', (text) =>
    expect(showsNothing(text)).toBe(false),
  );
});

const alike: [string, string, string][] = [
  ['width', 'ＡＢＣ１２', 'abc12'],
  ['case', 'Straße', 'STRASSE'],
  ['composition', 'e\u0301', 'é'],
  ['dots of names', '迪丽热巴·迪力木拉提', '迪丽热巴•迪力木拉提'],
  ['dots of other keyboards', '迪丽热巴・迪力木拉提', '迪丽热巴 ‧ 迪力木拉提'],
  ['a full stop in place of the dot', '迪丽热巴．迪力木拉提', '迪丽热巴.迪力木拉提'],
  ['a Chinese stop in place of the dot', '买买提。艾力', '买买提·艾力'],
  ['blanks in a name', '张　三', '张三'],
  ['marks that nobody sees', '张\u200b三', '张三'],
  ['selectors', '葛\u{e0100}城', '葛城'],
];

describe('what is the same to a search', () => {
  it.each(alike)('%s', (_, one, other) => expect(comparisonKey(one)).toBe(comparisonKey(other)));

  it('is not everything', () => {
    expect(comparisonKey('张三')).not.toBe(comparisonKey('张三丰'));
    expect(comparisonKey('1.5')).not.toBe(comparisonKey('1·5'));
    expect(comparisonKey('San Jose')).not.toBe(comparisonKey('SanJose'));
  });

  it('a key is its own key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(comparisonKey(comparisonKey(text))).toBe(comparisonKey(text));
      }),
    );
  });
});

describe('one identifier', () => {
  it.each([
    'E12345678',
    'e12345678',
    'E 1234 5678',
    'E-1234-5678',
    'E\u200b12345678',
    'Ｅ１２３４５６７８',
    'E·1234.5678',
    'E/1234/5678',
    '（E）12345678',
  ])('%j whatever stands between its letters', (text) => expect(identifierKey(text)).toBe('E12345678'));

  it('with any marks and blanks put between', () => {
    const mark = fc.constantFrom('', ' ', '-', '\u200b', '·', '/', '\u00ad', '\u202e', '　', '.');
    const parts = fc.array(fc.tuple(fc.constantFrom(...'ABCDEFGHK0123456789'), mark), { minLength: 1 });
    fc.assert(
      fc.property(parts, (all) => {
        const bare = all.map(([sign]) => sign).join('');
        expect(identifierKey(all.flat().join(''))).toBe(bare);
      }),
    );
  });

  it('has one form for letters that look alike, where that is asked for', () => {
    expect(withoutLookalikes('АВС')).toBe(withoutLookalikes('ABC'));
    expect(withoutLookalikes('O0Il1')).toBe('00111');
    expect(identifierKey('O0')).not.toBe(identifierKey('00'));
  });

  it('widths alone are folded without the rest', () => expect(foldWidths('Ａ１／　①㎡')).toBe('A1/ ①㎡'));
});

describe('cuts', () => {
  it('end between two characters as people see them', () => {
    expect(cutText('ab👩‍⚕️', 4)).toBe('ab');
    expect(cutText('一e\u0301', 2)).toBe('一');
    expect(cutText('𠮷𠮷', 3)).toBe('𠮷');
  });

  it('give a beginning that is no longer than there is room for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const cut = cutText(text, most);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });

  it("a file's name keeps its ending", () => {
    expect(cutFileName(`${'证'.repeat(200)}.pdf`, 120)).toBe(`${'证'.repeat(116)}.pdf`);
    expect(cutFileName(`${'a'.repeat(115)}👩‍⚕️.jpeg`, 120)).toBe(`${'a'.repeat(115)}.jpeg`);
    expect(cutFileName('x'.repeat(200), 120)).toBe('x'.repeat(120));
    expect(cutFileName('a.pdf', 120)).toBe('a.pdf');
  });
});
