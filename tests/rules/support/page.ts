/** Bundled for the browser: the drivers and the clocks of time zones as a page calls them. */
import type { LogicScope } from '#core/model/index.ts';
import { offsetAt } from '#core/vocabulary/index.ts';
import { drivers, type Outcome } from './drivers.ts';
import type { RuleCase } from './tables.ts';

type Driver = keyof typeof drivers;

function runTable(driver: Driver, cases: Pick<RuleCase, 'logic' | 'data'>[], scope: LogicScope): Outcome[] {
  return cases.map(({ logic, data }) => drivers[driver](logic, data, scope));
}

Object.assign(globalThis, { runTable, offsetAt });
