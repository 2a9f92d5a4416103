import { describe, expect, it } from 'vitest';
import { hashDefinition, inLanguage, languagesOf, writtenOf } from '#core/compile/index.ts';
import { explain, resolveAnswers, sheetRevision } from '#core/evaluate/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { caseFactsOf, initialState, titleOf } from '#core/route/index.ts';
import { evaluateAndValidate, openCase } from '#core/validate/index.ts';
import { compiled, GARDEN, loaded, TITLES, withLanguage } from './programmes.ts';

const { definition: garden } = await loaded(GARDEN);
const NOW = '2026-08-01T09:00:00+01:00';

/** What does not depend on who looks: everything about the outcome of each case but its words. */
function outcomes(edition: CompiledEdition, definition: Definition, some = definition.cases) {
  return some.map((one) => {
    const { application, facts } = openCase(edition, one, definition.cases);
    const { evaluation, problems } = evaluateAndValidate(edition, application, facts);
    const { values, sections, fields, slots } = evaluation;
    const resolved = resolveAnswers(edition, application, facts);
    const sheets = Object.keys(edition.sheets);
    return {
      name: one.name,
      ...{ values, sections, fields, slots },
      revisions: sheets.map((sheet) => sheetRevision(edition, resolved, application, sheet)),
      problems: problems.map(({ path, code, severity, rule, slot, row }) => [
        path,
        code,
        severity,
        rule,
        slot,
        row,
      ]),
    };
  });
}

describe('an edition in another language', () => {
  const written = compiled(garden);
  const chinese = inLanguage(written, 'zh-CN');

  it('is the same edition: one name, made once, found from either side', () => {
    expect(languagesOf(chinese)).toEqual(['en', 'zh-CN']);
    expect(chinese.hash).toBe(written.hash);
    expect(writtenOf(chinese)).toBe(written);
    expect(inLanguage(chinese, 'zh-CN')).toBe(chinese);
    expect(inLanguage(chinese, 'en')).toBe(written);
    expect(inLanguage(chinese, 'fr')).toBe(written);
    expect(chinese.scope).toBe(written.scope);
  });

  it('counts in the name of the edition, as every text does that somebody is shown', () => {
    const other = withLanguage(garden, 'zh-CN', (text) => `${text}!`);
    expect(hashDefinition(other)).not.toBe(hashDefinition(garden));
  });

  it('decides every case of the garden programme alike', () => {
    expect(garden.cases.length).toBeGreaterThan(5);
    expect(outcomes(chinese, garden)).toEqual(outcomes(written, garden));
  });

  it('decides cases of the health programme alike, with each text in other words', async () => {
    const { definition } = await loaded(TITLES);
    const edition = compiled(withLanguage(definition, 'en', (text) => `in English: ${text}`));
    const some = definition.cases.filter((_, index) => index % 12 === 0);
    expect(some.length).toBeGreaterThan(10);
    expect(outcomes(inLanguage(edition, 'en'), definition, some)).toEqual(
      outcomes(edition, definition, some),
    );
  });

  it('says its problems, its reasons and its states in that language', () => {
    const one = garden.cases.find(({ id }) => id === 'dear');
    if (!one) throw new Error('the garden programme has no case "dear"');
    const { application, facts } = openCase(chinese, one, garden.cases);
    const { problems } = evaluateAndValidate(chinese, application, facts);
    expect(problems.map(({ message }) => message)).toContain('超过每名成员的补助上限');
    expect(problems.map(({ place }) => place).join()).toMatch(/金额/);
    const { visible } = explain(chinese, application, facts, '/machines');
    expect(visible?.sentence).toContain('「计划书 › 使用机器」是「是」');
  });

  it('lets rules read the title of a state as it is written', () => {
    const [route, state] = [
      chinese.routes.application,
      initialState(written.routes.application as never, NOW, {}),
    ];
    if (!route) throw new Error('the garden programme has no route');
    expect(titleOf(route, state)).toBe('草稿');
    expect(caseFactsOf(route, state).title).toBe('Draft');
  });
});
