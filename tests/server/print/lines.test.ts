import { describe, expect, it } from 'vitest';
import type { SectionDefinition, SheetDefinition } from '#core/model/index.ts';
import { renderSheet } from '#server/print/index.ts';
import { edition, facts } from '../../core/compile/tiny.ts';

const section: SectionDefinition = {
  id: 's',
  title: 'S',
  kind: 'form',
  sheets: ['p'],
  schema: {
    type: 'object',
    properties: {
      story: { type: 'string', title: 'Story', maxLength: 800 },
      rows: { type: 'array', title: 'Rows', items: { type: 'string', maxLength: 800 } },
    },
  },
};

describe('lines of a text', () => {
  it('are lines in a print, whatever the style says of blanks; those of the template are not', () => {
    const template =
      '<table>\n<tr>\n<td>{{sections.s.fields.story}}</td>\n<td>{{join sections.s.fields.rows "; "}}</td></tr></table>';
    const sheet: SheetDefinition = {
      id: 'p',
      title: 'P',
      paper: { size: 'A4', orientation: 'portrait' },
      formats: ['html'],
      template,
      css: '',
    };
    const compiled = edition([section], { sheets: [sheet] });
    const sections = { s: { story: '一\n二 <b>\r\n三', rows: ['a\nb', 'c'] } };
    const html = renderSheet(compiled, { category: 'plain', sections, files: [], strikes: [] }, facts, 'p');
    expect(html).toContain('一<br>二 &lt;b&gt;<br>三');
    expect(html).toContain('a<br>b; c');
    expect(html.match(/<br>/g)).toHaveLength(3);
  });
});
