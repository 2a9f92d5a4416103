import type { Report } from './report.ts';
import { shownBy } from './shows.ts';
import type { Source } from './sources.ts';
import { type Traced, traced, withEntry } from './traced.ts';

/** Every sheet with the text of its template and style. A missing template is reported; a style may be absent. */
export function resolveSheets(sources: Source[], report: Report): Traced[] {
  const folders = [...new Set(sources.filter(standsInSheet).map((source) => source.id))];
  return folders.map((id) => resolveSheet(id, sources, report)).filter((sheet) => sheet !== undefined);
}

function resolveSheet(id: string, sources: Source[], report: Report): Traced | undefined {
  const [sheet, template, css] = (['sheet', 'template', 'css'] as const).map((kind) =>
    sources.find((source) => source.kind === kind && source.id === id && source.language === undefined),
  );
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
