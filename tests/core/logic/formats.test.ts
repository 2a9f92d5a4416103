import { describe, expect, it } from 'vitest';
import { formats } from '#core/vocabulary/index.ts';

const cases: Record<string, { right: string[]; wrong: string[] }> = {
  date: {
    right: ['2026-03-01', '2024-02-29'],
    wrong: ['2026-02-29', '2026-3-1', '2026-03', '2026-13-01', '0000-01-01', ''],
  },
  month: { right: ['2026-03', '0001-01'], wrong: ['2026-00', '2026-13', '2026-03-01', '2026.03', ''] },
  'date-time': {
    right: ['2026-03-01T09:00:00+08:00', '2026-03-01T09:00:00Z', '2026-03-01T09:00:00.123Z'],
    wrong: [
      '2026-03-01T09:00:00',
      '2026-03-01 09:00:00Z',
      '2026-02-29T09:00:00Z',
      '2026-03-01T24:00:00Z',
      '2026-03-01',
    ],
  },
  time: { right: ['09:30', '00:00', '23:59'], wrong: ['9:30', '24:00', '09:60', '09:30:00', '0930', ''] },
  'month-range': {
    right: ['2020.09-2023.07', '2020.09-', '2020.09-2020.09'],
    wrong: ['2020.09', '2023.07-2020.09', '2020.13-2021.01', '2020-09-2023-07', '2020.09-2021.00', ''],
  },
  'date-range': {
    right: ['2026-03-01/2026-03-07', '2026-03-01/2026-03-01'],
    wrong: ['2026-03-07/2026-03-01', '2026-02-28/2026-02-29', '2026-03-01', '2026-03/2026-04', '2026-03-01/'],
  },
  email: {
    right: ['name@example.org', 'a.b+c@sub.example.org'],
    wrong: [
      'name',
      'name@',
      '@example.org',
      'name@example',
      'a..b@example.org',
      'a b@example.org',
      'a@-x.org',
      'a@b@',
    ],
  },
  phone: {
    right: ['13800000000', '023-60000000', '+86 138 0000 0000', '(023) 60000000'],
    wrong: ['1234', 'abc', '12345678-', '13800000000x', ''],
  },
  uri: {
    right: [
      'https://example.org',
      'http://a.example.org:8080/x?y=1#z',
      'https://例子.测试/页',
      'https://127.0.0.1/',
    ],
    wrong: [
      'example.org',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://',
      'https://a',
      'https://a b.org/',
      'https://u@a.org/',
      'ftp://a.org',
      '',
    ],
  },
  identifier: { right: ['A-2026/0815', '渝卫 E123'], wrong: ['', ' ', '\u200b', 'a\nb'] },
  'postcode-cn': { right: ['400000'], wrong: ['40000', '4000000', '40000a', ''] },
  'resident-id': {
    right: [
      '500000198001010011',
      '500000198512310024',
      '500000197202290051',
      '50000019790606006X',
      '50000019790606006x',
    ],
    wrong: [
      '500000198001010010',
      '500000197002290065',
      '500000199013400070',
      '50000019800101001',
      'X00000198001010011',
      '',
    ],
  },
  'credit-code': {
    right: ['91350100M000100Y43'],
    wrong: ['91350100M000100Y44', '91350100M000100Y4', '91350100I000100Y43', ''],
  },
};

describe('formats', () => {
  it('are all tried here', () => {
    expect(Object.keys(formats).sort()).toEqual(Object.keys(cases).sort());
  });

  it.each(Object.entries(cases))('%s', (name, { right, wrong }) => {
    const format = formats[name];
    for (const text of right) expect([text, format?.test(text)]).toEqual([text, true]);
    for (const text of wrong) expect([text, format?.test(text)]).toEqual([text, false]);
  });

  it.each(Object.values(formats))('$name gives an example that fits', ({ hint, read, test }) => {
    expect(test(read?.(hint, 'UTC') ?? hint)).toBe(true);
  });
});
