import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, JobChange } from '#core/model/wire/index.ts';
import { auditWords } from '#renderer/locales/audit.ts';
import { readSources } from './sources.ts';

/** What stands behind `action:` in a call that records; up to the end of its line. */
const WRITTEN = /recordAudit\((?:[^;]|;(?!\n))*?\baction: ([^\n]+)/g;

const sources = readSources(['engine/server'], ['.ts']).map(({ text }) => text);
const written = sources.flatMap((text) =>
  [...text.matchAll(WRITTEN)].flatMap(([, expression = '']) => namesIn(expression)),
);

/** The names that an expression may give: those between quotes, and one for each way to change a job. */
function namesIn(expression: string): string[] {
  if (expression.startsWith('`event:')) return [];
  if (expression.startsWith('`job-')) return JobChange.properties.action.enum.map((one) => `job-${one}`);
  const names = [...expression.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  return expression.includes('===') ? names.slice(1) : names;
}

describe('what is recorded in the trail', () => {
  it('is one of the actions that there are, and each of them is recorded somewhere', () => {
    const calls = sources.flatMap((text) => [...text.matchAll(/(?<!function )recordAudit\(/g)]);
    const found = sources.flatMap((text) => [...text.matchAll(WRITTEN)]);
    expect(found.length).toBe(calls.length);
    expect([...new Set(written)].toSorted()).toEqual([...AUDIT_ACTIONS].toSorted());
  });

  it.each(Object.entries(auditWords))('has a title of its own in %s', (_locale, { actions }) => {
    expect(Object.keys(actions).toSorted()).toEqual([...AUDIT_ACTIONS].toSorted());
    const titles = Object.values(actions);
    expect(titles.every((title) => title.trim() !== '')).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
