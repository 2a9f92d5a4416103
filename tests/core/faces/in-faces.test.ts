/** Families of styles: what becomes of them on a page that is printed, and which of them do not come. */
import { describe, expect, it } from 'vitest';
import { foreignFamilies, inFaces, stylesOf, withStyles } from '#core/vocabulary/index.ts';

const SERIF = '"Noto Serif SC",serif';
const SANS = '"Noto Sans SC",sans-serif';

describe('a style', () => {
  it.each([
    ['p{font-family:Arial}', `p{font-family:${SANS}}`],
    ['p{FONT-FAMILY: Arial , Serif !important}', `p{FONT-FAMILY:${SERIF} !important}`],
    ['p{font:700 9pt/1.2 "A;b}", noto serif sc;color:red}', `p{font:700 9pt/1.2 ${SERIF};color:red}`],
    ['p{font:var(--w) 9pt KaiTi}', `p{font:var(--w) 9pt ${SANS}}`],
    ['p{font:calc(1pt * (2 + 3)) x}', `p{font:calc(1pt * (2 + 3)) ${SANS}}`],
    [
      'p{--f:A, serif;--g:var(--f);font-family:var(--g, B)}',
      `p{--f:${SERIF};--g:var(--f),${SANS};font-family:var(--g,${SANS}),${SANS}}`,
    ],
    [
      'p{--size:9pt;--w:bold;font:var(--w) var(--size) serif}',
      `p{--size:9pt;--w:bold;font:var(--w) var(--size) ${SERIF}}`,
    ],
    ['p{font-family:initial}b{font-family:revert}', `p{font-family:${SANS}}b{font-family:inherit}`],
    ['p{all:initial}', `p{all:initial;font-family:${SANS}}`],
    ['p{font-family:attr(title)}', `p{font-family:${SANS}}`],
  ])('%s names the faces of prints alone', (style, expected) => {
    expect(inFaces([style])).toEqual([expected]);
  });

  it.each([
    'p{color:red;content:"font-family:Arial"}a:hover{--gap:Arial}',
    '/* p{font-family:Arial} */p{font:inherit;font-family:inherit}',
    'p{font-size:9pt;font-weight:700}@media print{b:hover{color:red}}',
  ])('%s stays as it is', (style) => {
    const [changed = ''] = inFaces([style]);
    expect(changed.replaceAll(';font-family:inherit', '')).toBe(style.replaceAll(';font-family:inherit', ''));
  });

  it('reads a variable that another one declares', () => {
    expect(inFaces(['p{font-family:var(--f)}', '--f:Arial'])).toEqual([
      `p{font-family:var(--f),${SANS}}`,
      `--f:${SANS}`,
    ]);
  });
});

it('names the families that do not come, where they stand', () => {
  const style = 'p{font:9pt /* , */ A b, "宋体", serif, C}b{font-family:var(--x,Arial),monospace}';
  const [foreign = []] = foreignFamilies([style]);
  expect(foreign.map(({ family }) => family)).toEqual(['A b', '宋体', 'Arial', 'monospace']);
  expect(foreign.map(({ at }) => style.slice(at, at + 3))).toEqual(['A b', '"宋体', 'Ari', 'mon']);
});

describe('the styles of a page', () => {
  const page =
    `<style>p{}</style><p title='style="x"' style='font:"A"'>a<b class=q/style=z style=c>style="d"</b>` +
    '<i style="e:&quot;&amp;&apos;">';

  it('are those of elements and attributes', () => {
    expect(stylesOf(page).map(({ text }) => text)).toEqual(['p{}', 'font:"A"', 'c', `e:"&'`]);
    expect(stylesOf(page).map(({ at }) => page[at])).toEqual(['p', 'f', 'c', 'e']);
  });

  it('change in place, and stay as they are written where they do not', () => {
    const texts = stylesOf(page).map(({ text }) => text);
    expect(withStyles(page, texts)).toBe(page);
    expect(withStyles(page, texts.with(1, 'f:"B"'))).toBe(
      page.replace(`style='font:"A"'`, 'style="f:&quot;B&quot;"'),
    );
  });
});
