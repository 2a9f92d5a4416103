import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLogic } from '#core/compile/logic/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { drivers } from './support/drivers.ts';
import { officialCases, operatorsIn, ruleTables, scope } from './support/tables.ts';

const FEWEST_CASES = 6;
const tables = ruleTables();

for (const [driver, evaluate] of Object.entries(drivers)) {
  describe.each(tables)(`${driver}: %s`, (_table, cases) => {
    it.each(cases)('$name', ({ logic, data, expects, error }) => {
      expect(evaluate(logic, data, scope)).toEqual(error ? { error: true } : { value: expects });
    });
  });

  describe(`${driver}: the official JsonLogic tests`, () => {
    it.each(officialCases().filter(({ excluded }) => excluded === undefined))(
      '$group $logic',
      ({ logic, data, expects }) => {
        expect(evaluate(logic, data, scope)).toEqual({ value: expects });
      },
    );
  });
}

describe('the tables', () => {
  it.each([...operators.keys()])('hold six cases or more of %s', (name) => {
    const found = tables
      .flatMap(([, cases]) => cases)
      .filter(({ logic }) => operatorsIn(logic).includes(name));
    expect(found.length).toBeGreaterThanOrEqual(FEWEST_CASES);
  });

  it('exclude no official test that the page on differences does not name', () => {
    const page = readFileSync(new URL('../../docs/json-logic.md', import.meta.url), 'utf8');
    const excluded = officialCases().filter((one) => one.excluded !== undefined);
    expect(excluded.filter(({ logic }) => !page.includes(`\`${JSON.stringify(logic)}\``))).toEqual([]);
  });

  it('exclude official tests only for what the dialect refuses', () => {
    const excluded = officialCases().filter((official) => official.excluded !== undefined);
    for (const { logic, data, expects } of excluded) {
      const clean = checkLogic(logic).length === 0;
      if (clean) expect(drivers.compiled(logic, data, scope)).not.toEqual({ value: expects });
    }
  });
});
