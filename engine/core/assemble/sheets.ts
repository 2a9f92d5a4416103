import type { Memory } from '#core/memory/index.ts';
import type { Report } from './report.ts';
import { shownBy } from './shows.ts';
import type { Source } from './sources.ts';
import { type Traced, traced, withEntry } from './traced.ts';

/** Every sheet with the text of its template and style. A missing template is reported; a style may be absent. */
export function resolveSheets(
  sources: Source[],
  { memory, report }: { memory: Memory; report: Report },
): Traced[] {
  const folders = [...new Set(sources.filter(standsInSheet).map((source) => source.id))];
  return folders
    .map((id) => resolveSheet(partsOf(id, sources), memory, report))
    .filter((sheet) => sheet !== undefined);
}

type SheetParts = { [part in (typeof PARTS)[number]]: Source | undefined };
const PARTS = ['sheet', 'template', 'css'] as const;

function partsOf(id: string, sources: Source[]): SheetParts {
  const [sheet, template, css] = PARTS.map((kind) =>
    sources.find((source) => source.kind === kind && source.id === id && source.language === undefined),
  );
  return { sheet, template, css };
}

function resolveSheet({ sheet, template, css }: SheetParts, memory: Memory, report: Report) {
  const some = sheet ?? template ?? css;
  const folder = some?.path.slice(0, some.path.lastIndexOf('/') + 1) ?? '';
  if (!template)
    report(
      'missing-file',
      { file: `${folder}template.hbs`, pointer: '' },
      { sentence: 'missing-file.template' },
    );
  if (!sheet) {
    report('missing-file', { file: `${folder}sheet.json`, pointer: '' }, { sentence: 'missing-file.sheet' });
    return undefined;
  }
  return memory.once(sheet.part, 'sheet', [template, css], () => wholeSheet(sheet, template, css, folder));
}

function wholeSheet(
  sheet: Source,
  template: Source | undefined,
  css: Source | undefined,
  folder: string,
): Traced {
  const withTemplate = withText(sheet.part, 'template', template, `${folder}template.hbs`);
  const whole = withText(withTemplate, 'css', css, `${folder}sheet.css`);
  const shows = traced(shownBy(template?.text ?? ''), { file: template?.path ?? '', pointer: '' });
  return withEntry(whole, 'shows', shows);
}

function withText(part: Traced, key: string, source: Source | undefined, file: string): Traced {
  return withEntry(part, key, traced(source?.text ?? '', { file: source?.path ?? file, pointer: '' }));
}

function standsInSheet(source: Source): boolean {
  return source.kind === 'sheet' || source.kind === 'template' || source.kind === 'css';
}
