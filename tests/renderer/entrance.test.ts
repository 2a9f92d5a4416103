/** The pages before a login look as the desks do: their written values are the theme's own. */
import { readFileSync } from 'node:fs';
import { theme } from 'antd';
import { describe, expect, it } from 'vitest';
import { themeOf } from '#renderer/theme.ts';

const css = readFileSync('renderer/entrance.css', 'utf8');
const controls = readFileSync('renderer/basics/basics.css', 'utf8');

const camel = (name: string): string =>
  name
    .replace(/-(lg|sm)$/, (_, size: string) => size.toUpperCase())
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The values of each ground, in the order of the file: `--ant-font-size` as `fontSize`, without its unit. */
const written = [...css.matchAll(/\.entrance \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--ant-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      camel(name),
      value,
    ]),
  ),
);
const [wide = {}, narrow = {}, dark = {}] = written;

/** White space and quotes are the formatter's; a number that is a length has a unit. */
const plain = (value: unknown): string =>
  String(value)
    .replace(/["'\s]/g, '')
    .replace(/px$/, '')
    .toLowerCase();

describe.each([
  ['wide, light', { narrow: false, dark: false }, wide],
  ['narrow, light', { narrow: true, dark: false }, { ...wide, ...narrow }],
  ['wide, dark', { narrow: false, dark: true }, { ...wide, ...dark }],
  ['narrow, dark', { narrow: true, dark: true }, { ...wide, ...narrow, ...dark }],
])('%s', (_, ground, values) => {
  it('has the values of the theme', () => {
    const tokens = theme.getDesignToken(themeOf({ ...ground, still: false })) as unknown as Record<
      string,
      unknown
    >;
    expect(Object.keys(values).length).toBeGreaterThan(30);
    for (const [name, value] of Object.entries(values)) expect(plain(value), name).toBe(plain(tokens[name]));
  });
});

it('leaves no value out that its style sheets ask for', () => {
  const sheets = ['frame/frame', 'plain-forms/cover', 'human/human', 'basics/basics'].map((sheet) =>
    readFileSync(`renderer/${sheet}.css`, 'utf8'),
  );
  const asked = [...sheets, css].flatMap((sheet) =>
    [...sheet.matchAll(/var\(--ant-([\w-]+)\)/g)].map(([, name = '']) => camel(name)),
  );
  expect([...new Set(asked)].filter((name) => !(name in wide))).toEqual([]);
});

it('writes on buttons as the theme does in the dark', () => {
  const ink = themeOf({ narrow: false, dark: true, still: false }).components?.Button?.primaryColor;
  expect(controls).toContain(`color: ${ink};`);
});
