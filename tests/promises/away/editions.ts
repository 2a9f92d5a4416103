import { readFolder } from '#server/load/index.ts';
import { GARDEN } from '../../journeys/harness.ts';
import { viewDraft } from '../../journeys/publishing/publish.ts';
import type { Acts, World } from './world.ts';

/** Drafts and publications. */
export const editions = ({ changedDraft, changesAt, city, codeOf, draft, officers }: World): Acts => ({
  'POST /api/drafts': async () => ({
    who: city,
    send: () => city.post('/api/drafts', { title: 'Next', cycle: '2026H2' }),
  }),
  'PUT /api/drafts': async () => {
    const files = (await readFolder(GARDEN)).map(({ path, text }) => ({ path, text }));
    const body = Buffer.from(JSON.stringify({ files }));
    return { who: city, send: () => city.upload('/api/drafts?title=Next', body) };
  },
  'POST /api/drafts/:id/changes': async () => {
    const id = await draft();
    return { who: city, send: () => city.post(`/api/drafts/${id}/changes`, changesAt(0, 'Soon')) };
  },
  'POST /api/drafts/:id/undo': async () => {
    const id = await changedDraft();
    return { who: city, send: () => city.post(`/api/drafts/${id}/undo`, { length: 1, act: 1 }) };
  },
  'POST /api/drafts/:id/remarks': async () => {
    const id = await draft();
    return { who: city, send: () => city.post(`/api/drafts/${id}/remarks`, { text: 'Read it' }) };
  },
  'POST /api/drafts/:id/reasons': async () => {
    const id = await draft();
    const rule = {
      ...{ kind: 'addRule', cycle: '2026H2', section: 'plan', rule: 'added' },
      element: {
        when: { '>': [{ var: 'section.area' }, 700] },
        require: false,
        message: 'x',
        severity: 'warn',
      },
    };
    await city.must(city.post(`/api/drafts/${id}/changes`, { length: 0, changes: [rule] }));
    const [unreached] = (await viewDraft(city, id)).unreached;
    const body = { rule: unreached?.rule, text: 'Nobody has so large a garden' };
    return { who: city, send: () => city.post(`/api/drafts/${id}/reasons`, body) };
  },
  'POST /api/drafts/:id/submit': async () => {
    const id = await changedDraft();
    const { source } = await viewDraft(city, id);
    return { who: city, send: () => city.post(`/api/drafts/${id}/submit`, { source }) };
  },
  'POST /api/drafts/:id/discard': async () => {
    const id = await draft();
    const { source } = await viewDraft(city, id);
    return { who: city, send: () => city.post(`/api/drafts/${id}/discard`, { source }) };
  },
  'POST /api/drafts/:id/approve': async () => {
    const { second, name } = officers;
    const id = await changedDraft();
    const { source } = await viewDraft(city, id);
    await city.must(city.post(`/api/drafts/${id}/submit`, { source }));
    const approval = { source, code: codeOf(name) };
    return { who: second, send: () => second.post(`/api/drafts/${id}/approve`, approval) };
  },
  'POST /api/publications': async () => {
    const { second, name } = officers;
    const back = { cycle: '2026H2', act: 'rollBack', number: 1, why: 'Too soon', code: codeOf(name) };
    return { who: second, send: () => second.post('/api/publications', back) };
  },
});
