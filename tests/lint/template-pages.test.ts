// @vitest-environment jsdom
/** Whatever template passes the check, a browser's parser finds an answer in the text of the page or in attributes that are text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NUMBER, record, TEXT } from '#core/lint/shapes/shape.ts';
import { checkTemplate } from '#core/lint/templates/check-template.ts';
import { renderTemplate } from '#core/template/index.ts';

const view = record({ name: TEXT, on: TEXT, size: NUMBER, list: { type: 'list', items: TEXT } });
/** Words that mean something wherever they are not mere text. */
const ANSWER = `onload=go style=x id=q x='y' >"<p -->`;

/** Templates in pieces, all of them right. */
const RIGHT = [
  ['<p', ' class="', '{{size}}', '"', '>', '{{name}}', '</p>'],
  ['<p', ' title="', '{{name}}', '"', ' class="', 'x', '"', '>', '{{name}}', '</p>'],
  ['{{#if on}}', '<p', ' title="', '{{else}}', '<p', ' title="', '{{/if}}', '{{name}}', '"', '>', 'x'],
  ['<b', '{{#if on}}', " title='", '{{name}}', "'", '{{/if}}', ' id="', 'x', '"', '>', '{{name}}'],
  ['{{#each list}}', '<i', ' title="', '{{../name}}', '"', '>', 'x', '</i>', '{{/each}}'],
  ['<!--', 'x', '-->', '{{name}}', '<p', ' style="', '{{inc size}}', '"', '>', 'x'],
];
/** What leads astray stands in it more often. */
const ASTRAY = [' class="', ' style="', '{{name}}', '{{else}}', '"', ''];
const PIECES = [
  ...new Set(RIGHT.flat()),
  ...[ASTRAY, ASTRAY, ASTRAY, ASTRAY].flat(),
  ...['<', '>', '=', '/', ' ', ' hidden', '</', ' id='],
];

/** A right template of which some pieces have become others. */
const changed = fc
  .tuple(
    fc.constantFrom(...RIGHT),
    fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 }),
  )
  .map(([right, changes]) => {
    const pieces = [...right];
    for (const [at, piece] of changes) pieces[at % pieces.length] = piece;
    return pieces.join('');
  });

/** The attributes in which a page has the answer, and whether an element or attribute was made of it. */
function leaksIn(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...page.querySelectorAll('*')];
  const comments = document.createNodeIterator.call(page, page, NodeFilter.SHOW_COMMENT);
  const comment = comments.nextNode()?.textContent?.includes('onload') ? ['a comment'] : [];
  return elements
    .flatMap((element) => [...element.attributes])
    .filter(({ name, value }) => /onload|go/.test(name) || (value.includes('onload') && name !== 'title'))
    .map(({ name }) => name)
    .concat(comment);
}

it('answers stay answers in every template that passes', () => {
  let passed = 0;
  fc.assert(
    fc.property(changed, fc.boolean(), (template, on) => {
      if (!template.includes('{{name}}') || checkTemplate(template, view).length > 0) return;
      passed += 1;
      const html = renderTemplate(template, {
        name: ANSWER,
        on: on ? 'yes' : '',
        size: 7,
        list: ['a', 'b'],
      });
      expect({ template, html, leaks: leaksIn(html) }).toEqual({ template, html, leaks: [] });
    }),
    { numRuns: 3_000 },
  );
  expect(passed).toBeGreaterThan(300);
});

it('an answer where it means something is seen', () => {
  expect(leaksIn('<p style="onload">')).toEqual(['style']);
  expect(leaksIn('<p onload=go>')).toEqual(['onload']);
  expect(leaksIn('<!-- onload --><p title="onload">')).toEqual(['a comment']);
});
