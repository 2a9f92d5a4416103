import type { DefinitionProblem } from '#core/model/index.ts';
import { type FileKind, identifyFile } from '#core/vocabulary/index.ts';

const BY_KIND: Partial<Record<FileKind, string>> = {
  ...{ section: 'forms', category: 'forms', fragment: 'forms' },
  ...{ codes: 'codes', expression: 'rules', route: 'routes', case: 'cases', edition: 'numbers' },
  ...{ sheet: 'sheets', template: 'sheets', css: 'sheets', roster: 'rosters' },
  ...{ account: 'accounts', programme: 'accounts' },
};

type Located = Pick<DefinitionProblem, 'file' | 'pointer'>;

/** The room in which a problem is mended: that of its file, or of rules where it stands in one. */
export function roomOf({ file, pointer }: Located): string {
  const kind = identifyFile(file)?.kind;
  const room = pointer.includes('/rules/') ? 'rules' : kind && BY_KIND[kind];
  return room ?? 'release';
}

/** The form and section that a problem is about, where it names one. */
export function targetOf({ file, pointer }: Located): { category?: string; section?: string } {
  const found = identifyFile(file);
  if (found?.kind === 'section') return { section: found.id };
  const overlaid = /^\/overlay\/([^/]+)/.exec(pointer)?.[1];
  return found?.kind === 'category' ? { category: found.id, ...(overlaid && { section: overlaid }) } : {};
}
