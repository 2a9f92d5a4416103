/** Rules are compiled with their edition, not with each print. */
import { expect, it, vi } from 'vitest';
import { openCase } from '#core/validate/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { renderSheet } from '#server/print/index.ts';
import { byId, compile, loadEdition } from '../../definitions/edition.ts';

const loaded = await loadEdition();
const edition = compile(loaded);
const { cases, sheets } = loaded.definition;

/** Compiling logic looks its operators up; what is compiled has them. */
const lookedUp = () => vi.spyOn(operators, 'get');

it('a second print compiles nothing, the watermark included', () => {
  const { application, facts } = openCase(edition, byId(cases, 'clinical-complete'), cases);
  const marked = sheets.filter((sheet) => sheet.watermark !== undefined);
  expect(marked.length).toBeGreaterThan(0);
  for (const { id } of marked) {
    const first = renderSheet(edition, application, facts, id);
    const compiling = lookedUp();
    expect(renderSheet(edition, application, facts, id)).toBe(first);
    expect(compiling).not.toHaveBeenCalled();
    compiling.mockRestore();
  }
});
