import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, sheetName, textOfCell } from '#core/text/index.ts';
import { masked } from '#server/crypto/index.ts';

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '－1', '=cmd|x'])(
    'never begins a formula: %j',
    (hostile) => {
      expect(cellText(hostile).startsWith("'")).toBe(true);
    },
  );

  it('keeps normal text unchanged', () => {
    expect(cellText('500000198001010011')).toBe('500000198001010011');
    expect(cellText('第一卫生院（测试）')).toBe('第一卫生院（测试）');
  });

  it('drops what Excel cannot hold', () => {
    expect(cellText('a\u0000b\ud800c')).toBe('abc');
    expect(cellText('😀')).toBe('😀');
    expect(cellText('x'.repeat(40_000)).length).toBeLessThanOrEqual(32_767);
    expect(cellText('x'.repeat(32_765).concat('👩‍⚕️')).length).toBe(32_765);
    expect(cellText('张\u200b三\u202e')).toBe('张三');
  });

  it('keeps its lines', () => expect(cellText('一\r\n二\u2028三')).toBe('一\n二\n三'));

  it.each([
    ['_x000D_', '_x005F_x000D_'],
    ['a_x0041_b_x005f_', 'a_x005F_x0041_b_x005F_x005f_'],
    ['_x00G1_', '_x00G1_'],
    ['=_x0041_', "'=_x005F_x0041_"],
  ])('writes %s so that it is read as itself', (text, written) => expect(cellText(text)).toBe(written));

  it('is read back as what it was, formulas and quotation marks too', () => {
    const piece = fc.constantFrom("'", '=', '-', '_x0041_', '_x005F_', 'a', '张', '\n', '@');
    const text = fc.array(piece).map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(text, (one) => {
        expect(textOfCell(cellText(one))).toBe(one);
      }),
    );
  });

  it('is read back as what it was, by the rule of the format', () => {
    const read = (text: string) =>
      text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    const piece = fc.constantFrom('_', 'x', '_x', '0041', '_x0041_', '_x005F_', 'a', '张', 'F');
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => `.${parts.join('')}`),
        (text) => {
          expect(read(cellText(text))).toBe(text);
        },
      ),
    );
  });
});

describe('a sheet name', () => {
  it('is one that Excel takes', () => {
    expect(sheetName('a/b*[1]'.repeat(10))).toMatch(/^[^*?:\\/[\]]{1,31}$/);
    expect(sheetName('///')).toBe('Sheet1');
    expect(sheetName("'a'")).toBe('a');
    expect(sheetName(`${'一'.repeat(30)}𠮷`)).toBe('一'.repeat(30));
  });
});

describe('a masked value', () => {
  it('shows four characters at each end', () => {
    expect(masked('500000198001010011')).toBe('5000**********0011');
    expect(masked('12345678')).toBe('********');
  });
});
