/** An edition out of the store was linted when it was published, perhaps by fewer rules than there are now. */
import { describe, expect, it } from 'vitest';
import type { CompiledEdition, SectionDefinition } from '#core/model/index.ts';
import { renderPaper, renderSheet } from '#server/print/index.ts';
import { edition, facts } from '../../core/compile/tiny.ts';

const section: SectionDefinition = {
  id: 's',
  title: 'S',
  kind: 'form',
  sheets: ['p'],
  schema: { type: 'object', properties: { name: { type: 'string', title: 'Name', maxLength: 80 } } },
};

function stored(template: string, templates: Record<string, string> = {}): CompiledEdition {
  const paper = { size: 'A4' as const, orientation: 'portrait' as const };
  const sheet = { id: 'p', title: 'P', paper, formats: ['html' as const], template, templates, css: '' };
  return edition([section], { sheets: [sheet] });
}

const answers = (name: string) => ({
  category: 'plain',
  sections: { s: { name } },
  files: [],
  strikes: [],
});

describe('a stored template', () => {
  it.each([
    ['an answer in a style', '<p style="{{sections.s.fields.name}}">x</p>'],
    ['an answer as a name', '<p {{sections.s.fields.name}}>x</p>'],
    ['raw output', '<p>{{{sections.s.fields.name}}}</p>'],
    ['a frame', '<iframe src="data:,x"></iframe>'],
  ])('with %s is not run, and the error tells where it is', (_what, template) => {
    const old = stored(template);
    const hostile = answers('position:fixed;inset:0;background:#fff');
    for (const render of [renderSheet, renderPaper])
      expect(() => render(old, hostile, facts, 'p')).toThrow(
        /^The template of sheet "p" in edition \S+ is refused: template-refused\.\w+ .*"line":1/,
      );
  });

  it('of one category is judged as that of all, and printed for that category alone', () => {
    const raw = '<p>{{{sections.s.fields.name}}}</p>';
    const refused = () => renderSheet(stored('<p>all</p>', { other: raw }), answers('a'), facts, 'p');
    expect(refused).toThrow(/is refused: template-refused/);
    const page = (id: string) =>
      renderSheet(stored('<p>all</p>', { [id]: '<p>own</p>' }), answers('a'), facts, 'p');
    expect(page('plain')).toContain('<p>own</p>');
    expect(page('other')).toContain('<p>all</p>');
  });

  it('is run where it prints answers as text; lines in an attribute are blanks', () => {
    const page = renderSheet(
      stored('<p title="{{sections.s.fields.name}}">{{sections.s.fields.name}}</p>'),
      answers('a" onclick="b\nc'),
      facts,
      'p',
    );
    expect(page).toContain('<p title="a&quot; onclick&#x3D;&quot;b c">a&quot; onclick&#x3D;&quot;b<br>c</p>');
  });
});
