import { describe, expect, it } from 'vitest';
import { masked } from '#server/crypto/index.ts';
import { cellText, sheetName } from '#server/print/xlsx/cell.ts';

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
  });
});

describe('a sheet name', () => {
  it('is one that Excel takes', () => {
    expect(sheetName('a/b*[1]'.repeat(10))).toMatch(/^[^*?:\\/[\]]{1,31}$/);
    expect(sheetName('///')).toBe('Sheet1');
  });
});

describe('a masked value', () => {
  it('shows four characters at each end', () => {
    expect(masked('500000198001010011')).toBe('5000**********0011');
    expect(masked('12345678')).toBe('********');
  });
});
