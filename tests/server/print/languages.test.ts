/** What leaves the system on paper or as a workbook is in the language of whoever asks for it, where it may be. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { inLanguage } from '#core/compile/index.ts';
import type { CompiledEdition, RosterDefinition } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { type RosterCase, renderPaper, renderSheet, writeRoster } from '#server/print/index.ts';
import { compiled, GARDEN, loaded } from '../../core/translate/programmes.ts';
import { worksheet } from '../../support/workbook.ts';

const { definition } = await loaded(GARDEN);
const complete = definition.cases.find(({ id }) => id === 'complete');
if (!complete) throw new Error('the garden programme has no complete case');

/** The edition in Chinese, its card printed in these languages alone. */
function chinese(languages?: string[]): CompiledEdition {
  const sheets = definition.sheets.map((sheet) => ({ ...sheet, ...(languages && { languages }) }));
  return inLanguage(compiled({ ...definition, sheets }), 'zh-CN');
}

const { application, facts } = openCase(chinese(), complete, definition.cases);

describe('a sheet', () => {
  it('is printed in the language that is asked for, with its own template and watermark', () => {
    const html = renderSheet(chinese(), application, facts, 'card');
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('联系人：Test Gardener A, a@example.org');
    expect(html).toContain('北岸');
    expect(renderPaper(chinese(), application, facts, 'card').watermark).toBe('草稿');
  });

  it('is printed in a language of its own where it says which, whoever asks', () => {
    const html = renderSheet(chinese(['en']), application, facts, 'card');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Contact: Test Gardener A');
    expect(html).toContain('Northbank');
    expect(html).not.toMatch(/\p{Script=Han}/u);
    expect(renderSheet(chinese(['en', 'zh-CN']), application, facts, 'card')).toContain('lang="zh-CN"');
  });
});

describe('a roster', () => {
  const roster: RosterDefinition = {
    id: 'r',
    title: 'R',
    route: 'application',
    queues: [],
    columns: [
      { title: 'State', value: { var: 'case.title' } },
      { title: 'Ward', value: { var: 'application.plan.ward' } },
      { title: 'Ward by name', value: { code: ['ward', { var: 'application.plan.ward' }, 'title'] } },
      { title: 'Machines', value: { var: 'application.plan.useMachines' } },
      { title: 'Half', value: { cat: ['half ', { var: 'cycle.half' }] } },
    ],
  };

  async function line(edition: CompiledEdition, stateTitle: string): Promise<string[]> {
    async function* cases(): AsyncGenerator<RosterCase> {
      const where = { case: { title: 'Draft' }, stateTitle };
      yield { edition, application, facts: { ...facts, ...where } };
    }
    const stream = new PassThrough();
    const [bytes] = await Promise.all([buffer(stream), writeRoster(stream, edition, roster, cases())]);
    return worksheet(bytes)[1]?.map(({ text }) => text) ?? [];
  }

  it('shows states, codes and words as people read them, and what is computed as it is written', async () => {
    expect(await line(chinese(), '草稿')).toEqual(['草稿', '北岸', '北岸', '否', 'half 2']);
    const written = inLanguage(chinese(), 'en');
    expect(await line(written, 'Draft')).toEqual(['Draft', 'Northbank', 'Northbank', 'no', 'half 2']);
  });
});
