import { describe, expect, it } from 'vitest';
import { present } from '#core/evaluate/index.ts';
import type { Application, Facts, JsonObject } from '#core/model/index.ts';
import { openCase, validate } from '#core/validate/index.ts';
import { byId, CATEGORIES, compile, loadEdition, sectionOf } from './edition.ts';

const loaded = await loadEdition();
const edition = compile(loaded);
const { cases } = loaded.definition;
const { application, facts } = openCase(edition, byId(cases, 'clinical-complete'), cases);

/** The application with some sections answered otherwise. */
const changed = (sections: JsonObject): Application => ({
  ...application,
  sections: { ...application.sections, ...sections },
});
const section = (id: string): JsonObject => application.sections[id] as JsonObject;
const stale = (one: Application, given: Facts = facts) =>
  validate(edition, one, given).filter(({ code }) => code === 'stale');
const { cells } = section('workload') as { cells: JsonObject };
const workWeeks = { ...(cells.workWeeks as JsonObject), 2024: 41 };
const workload = changed({ workload: { ...section('workload'), cells: { ...cells, workWeeks } } });

describe('the signed workload', () => {
  it.each(CATEGORIES)('is a print of the workload sheet in %s', (category) => {
    const [slot] = sectionOf(loaded, category, 'workload').slots ?? [];
    expect(slot).toMatchObject({ id: 'signedSheet', of: 'workload-sheet' });
  });

  it('is stale as soon as a cell of the workload changes, and fresh again when it changes back', () => {
    expect(stale(application)).toEqual([]);
    expect(stale(workload)).toEqual([
      expect.objectContaining({
        path: '/workload',
        slot: 'signedSheet',
        severity: 'block',
        message: '「工作量（签字盖章）」对应的内容已修改，请重新下载打印、签章后上传',
      }),
    ]);
  });

  it('is stale when the title applied for changes, which stands at its head', () => {
    expect(stale(changed({ cover: { ...section('cover'), targetTitle: 'physician-1' } }))).toHaveLength(1);
  });

  it('does not depend on what the sheet does not show', () => {
    expect(stale(changed({ papers: [] }))).toEqual([]);
    const later = { ...facts, now: '2026-11-30T08:00:00+08:00', case: { ...facts.case, round: 3 } };
    expect(stale(application, later)).toEqual([]);
  });

  it('is fresh once the new print is uploaded, whose code the sheet shows', () => {
    const { revision } = present(edition, workload, facts, 'workload-sheet', { fontSize: 12 });
    expect(revision).not.toBe(present(edition, application, facts, 'workload-sheet').revision);
    const files = workload.files.map((file) => (file.slot === 'signedSheet' ? { ...file, revision } : file));
    expect(stale({ ...workload, files })).toEqual([]);
  });

  it('is stale where its revision is not known', () => {
    const files = application.files.map(({ revision: _, ...file }) => file);
    expect(stale({ ...application, files })).toHaveLength(1);
  });
});
