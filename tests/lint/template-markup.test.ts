/** What a template prints, and where in the markup of the page it does so. */
import { describe, expect, it } from 'vitest';
import { list, NUMBER, record, TEXT } from '#core/lint/shapes/shape.ts';
import { checkTemplate } from '#core/lint/templates/check-template.ts';

/** `name` is an answer, `size` a number in bounds, `kind` a choice among words of the definition. */
const view = record({
  name: TEXT,
  size: NUMBER,
  kind: { type: 'text', values: ['wide'] },
  rows: list(record({ x: TEXT, index: NUMBER })),
});

const found = (template: string): string[] =>
  checkTemplate(template, view).map(
    ({ sentence = '', params = {} }) =>
      `${sentence.replace('template-refused.', '')} ${params.line}:${params.column}`,
  );

describe('a template may print', () => {
  it.each([
    ['answers in its text', 'a < b {{name}} <br/>{{name}}<hr /> <!-- a > b --> {{name}} <!--> {{name}}'],
    ['answers in attributes that are text', `<p title="{{name}}" aria-label='{{name}}'>x</p>`],
    [
      'counted numbers',
      '<td rowspan="{{rows.length}}">{{#each rows}}<p id="r{{inc @index}}">{{x}}</p>{{/each}}',
    ],
    ['the number of a row', '{{#each rows}}<p style="order:{{index}}">{{x}}</p>{{/each}}'],
    ['settings in bounds', '<p style="font-size:{{size}}pt;height:{{default size 8}}mm">{{name}}</p>'],
    ['choices', '<p class="sheet {{kind}}">{{name}}</p>'],
    ['words of its own, as an answer decides', '<p class="{{#if name}}on{{else}}off{{/if}}">x</p>'],
    ['an attribute of its own, as an answer decides', '<td{{#if name}} class="x"{{/if}} colspan="2">x</td>'],
    ['one tag or another', '{{#if name}}<td class="x">{{else}}<td>{{/if}}{{name}}</td>'],
    ['names of fonts', '<p style="font-family:&quot;A&quot;">x</p>'],
    ['nothing', ''],
  ])('%s', (_what, template) => {
    expect(found(template)).toEqual([]);
  });
});

describe('a template may not print', () => {
  it.each([
    ['an answer in a style', '<p style="{{name}}">', ['output 1:11']],
    ['in capitals', '<P STYLE="{{name}}">', ['output 1:11']],
    ['behind blanks and strokes', `<p\n/style = '{{name}}'>`, ['output 2:11']],
    ['behind a value that holds the end of a tag', '<p title="a>b" style="{{name}}">', ['output 1:23']],
    ['in a class', '<p class="a {{name}}">', ['output 1:13']],
    ['in a language', '<p lang="{{name}}">', ['output 1:10']],
    ['a number made of an answer', '<p style="top:{{inc name}}px">', ['output 1:15']],
    ['an answer where there is one', '<p style="top:{{default size name}}px">', ['output 1:15']],
    ['an answer that a block hands on', '<p class="{{#if name}}{{name}}{{/if}}">', ['output 1:23']],
    ['as often as there are rows', '<p class="{{#each rows}}a{{/each}}">', ['loop 1:11']],
    ['outside quotation marks', '<p class={{size}}>', ['unquoted 1:10']],
    ['the end of a bare value', '<p class=a{{size}}>', ['unquoted 1:11']],
    ['the name of an attribute', '<p {{kind}}>', ['unquoted 1:4']],
    ['the name of a tag', '<{{kind}}>', ['tag 1:2']],
    ['the name of an end tag', '</{{kind}}>', ['tag 1:3']],
    ['into a comment', '<!-- {{size}} -->', ['comment 1:6']],
    ['into a declaration', '<!x {{size}}>', ['comment 1:5', 'tag 1:13']],
    [
      'into a value that only one branch has begun',
      '{{#if size}}<p class="{{else}}<p title="{{/if}}{{name}}">',
      ['branches 1:1'],
    ],
    ['into a value that the last row has begun', '{{#each rows}}<p title="{{/each}}', ['branches 1:1']],
    ['a letter behind an attribute', '<p{{#if size}} id="a"{{/if}}class="b">', ['blank 1:29']],
    ['half of what it may not have', '<p{{#if size}} onclick{{/if}}>', ['attribute 1:3']],
    ['layers in parts', '<p style="{{#if size}}z-in{{/if}}dex:9">', ['style 1:39']],
    ['escapes of the page in a style', '<p style="background:u&#114;l(x)">', ['style 1:33']],
    ['an open tag', '<p', ['unfinished 1:3']],
    ['the end of the frame around it', '</template></body>', ['tag 1:11', 'tag 1:18']],
  ])('%s', (_what, template, wanted) => {
    expect(found(template)).toEqual(wanted);
  });

  it('anything behind a block on lines of its own, told by its place', () => {
    expect(found('{{#if size}}\n   <p class="{{name}}">\n{{/if}}\n<i style="{{name}}">')).toEqual([
      'output 2:14',
      'output 4:11',
    ]);
  });
});
