import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asObject } from '#core/json/index.ts';
import type { AnswerProblem, JsonObject } from '#core/model/index.ts';
import { honestPdf } from '../../support/pdfs.ts';
import { changedCopy } from '../changed.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const GRANTED = { in: ['official', { var: 'case.tags' }] };
const REPORT = {
  id: 'report',
  title: 'Report',
  kind: 'form',
  visibleWhen: GRANTED,
  sheets: ['card'],
  schema: {
    type: 'object',
    required: ['grown'],
    properties: { grown: { type: 'string', title: 'What has grown', maxLength: 200 } },
  },
  slots: [{ id: 'receipt', title: 'Receipt', requiredWhen: true }],
};

/** The garden's programme, in which whoever was awarded a grant reports on it afterwards. */
const programme = (): Promise<string> =>
  changedCopy(GARDEN, {
    '2026H2/sections/report.json': (file) => Object.assign(file, REPORT),
    '2026H2/sections/plan.json': (file) => Object.assign(file, { readOnlyWhen: GRANTED }),
    '2026H2/sections/photos.json': (file) => Object.assign(file, { readOnlyWhen: GRANTED }),
    '2026H2/categories/base.json': (file) => {
      (file.pages as JsonObject[]).push({
        id: 'report',
        title: 'Report',
        menu: 'apply',
        sections: ['report'],
      });
    },
    '2026H2/routes/application.json': ({ events, machine }) => {
      Object.assign(asObject(events), {
        REPORT: { title: 'Hand in the report', primary: true, requiresValid: true },
      });
      const states = asObject(asObject(machine).states);
      const awarded = asObject(states.awarded);
      states.reported = { ...awarded, meta: { ...asObject(awarded.meta), title: 'Reported' } };
      states.awarded = {
        tags: ['official'],
        meta: { ...asObject(awarded.meta), desk: 'applicant' },
        on: { REPORT: { target: 'reported', meta: { by: 'applicant' } } },
      };
    },
  });

describe.each(mainly('sqlite'))('a second form later on, on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: await programme(), kind });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
    id = await stage.fill(gardener, 'complete');
  });
  afterAll(() => server?.stop());

  const problems = async (): Promise<string[]> => {
    const found = await gardener.must(gardener.get<AnswerProblem[]>(`/api/cases/${id}/problems`));
    return found.map(({ path }) => path);
  };
  const put = async (section: string, value: JsonObject) => {
    const { version } = (await stage.view(gardener, id)).sections[section] ?? { version: 0 };
    const { status, body } = await gardener.put(`/api/cases/${id}/sections/${section}`, { version, value });
    return [status, body.code];
  };

  it('is neither asked for nor taken before', async () => {
    expect(await put('report', { grown: 'Beans' })).toEqual([409, 'section-hidden']);
    expect(await problems()).toEqual([]);
    await stage.fire(gardener, id, 'SUBMIT');
  });

  it('is asked for from its state on, while the first form is locked', async () => {
    const opinion = { opinion: 'In favour' };
    await stage.fire(await stage.organisation('north-gardens'), id, 'PASS', opinion);
    const city = await stage.organisation('city');
    await stage.fire(city, id, 'PASS', opinion);
    await city.must(city.post('/api/batches/application/AWARD', { confirmCount: 1 }));
    const view = await stage.view(gardener, id);
    expect(view.editingAs).toBe('applicant');
    expect(view.actions.map(({ event }) => event)).toContain('REPORT');
    const plan = asObject(view.sections.plan?.value);
    expect(await put('plan', { ...plan, title: 'Another' })).toEqual([409, 'section-locked']);
    expect((await stage.view(gardener, id)).sections.plan?.value).toEqual(plan);
    const query = 'section=photos&slot=consent&name=late.pdf';
    const late = await gardener.upload(`/api/cases/${id}/files?${query}`, await honestPdf());
    expect([late.status, late.body.code]).toEqual([409, 'section-locked']);
  });

  it('is held to its own rules by the event that hands it in', async () => {
    const refused = await stage.refused(gardener, id, 'REPORT');
    const at = (refused.body as unknown as { problems: AnswerProblem[] }).problems;
    expect([...new Set(at.map(({ section }) => section))]).toEqual(['report']);
    expect(await put('report', { grown: 'Beans' })).toEqual([200, undefined]);
    await stage.attach(gardener, id, { section: 'report', slot: 'receipt' });
    await stage.fire(gardener, id, 'REPORT');
    const view = await stage.view(gardener, id);
    expect([view.stateTitle, view.editingAs]).toEqual(['Reported', null]);
    expect(view.sections.report?.value).toEqual({ grown: 'Beans' });
  });
});
