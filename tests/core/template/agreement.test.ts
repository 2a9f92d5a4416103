/** Templates print what Handlebars itself makes of them: those of every programme for its cases, and generated ones. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, it } from 'vitest';
import { present } from '#core/evaluate/index.ts';
import { HELPERS } from '#core/template/helpers.ts';
import { renderTemplate } from '#core/template/index.ts';
import { openCase } from '#core/validate/index.ts';
import { compile, loadEdition } from '../../definitions/edition.ts';
import { sampled } from '../../promises/scale.ts';

const peer = Handlebars.create();
/** Handlebars hands its own options over behind the operands. */
for (const [name, helper] of HELPERS)
  if (name !== 'eq') peer.registerHelper(name, (...operands) => helper(...operands.slice(0, -1)));
peer.registerHelper('eq', function (this: unknown, left, right, { fn, inverse }: Handlebars.HelperOptions) {
  const equal = String(left) === String(right);
  return fn === undefined ? equal : equal ? fn(this) : inverse(this);
});
peer.registerHelper('repeat', function (this: unknown, times, { fn, data }: Handlebars.HelperOptions) {
  const one = (index: number): string => fn(this, { data: { ...Handlebars.createFrame(data), index } });
  return Array.from({ length: Number(times) || 0 }, (_, index) => one(index)).join('');
});

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const PROGRAMMES = [
  'definitions/chongqing-health-titles',
  'tests/fixtures/programmes/garden-grants',
  'tests/fixtures/programmes/theatre-fund',
].map(folder);

it.each(PROGRAMMES)('the sheets of %s', async (programme) => {
  const loaded = await loadEdition(programme);
  const edition = compile(loaded);
  const { cases, sheets } = loaded.definition;
  let count = 0;
  for (const one of sampled(cases)) {
    const { application, facts } = openCase(edition, one, cases);
    for (const { id, template } of sheets) {
      if (!edition.categories[application.category]?.definition.sheets?.includes(id)) continue;
      const view = present(edition, application, facts, id);
      expect(renderTemplate(template, view)).toBe(peer.compile(template)(view));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(0);
});

const view = fc.record({
  on: fc.constantFrom(true, false, '', 0, [], 'x'),
  name: fc.string(),
  size: fc.nat(5),
  list: fc.array(fc.record({ name: fc.string(), size: fc.nat(3) }), { maxLength: 3 }),
  inner: fc.option(fc.record({ name: fc.string() })),
});

const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'template' },
    fc.constantFrom('{{name}}', '{{../name}}', '{{@index}}', '{{inc size}}', '{{this.name}}', ' a\n', '<b>'),
    fc.constantFrom(
      '{{default name "—"}}',
      '{{joined ", " name inner.name (default name size)}}',
      '{{joinedBut "none" ", " name inner.name}}',
      '{{#if (longer 3 name inner.name)}}long{{/if}}',
      '{{@first}}',
      '{{@key}}',
      '{{on}}',
      '{{inner.name}}',
      '{{../../size}}',
    ),
    fc
      .tuple(
        fc.constantFrom(
          'if on',
          'unless on',
          'each list',
          'with inner',
          'repeat size',
          'eq name "x"',
          'if (eq size 2)',
        ),
        tie('template'),
        tie('template'),
        fc.boolean(),
      )
      .map(([head, body, other, hasElse]) => {
        const [name = ''] = head.split(' ');
        return `{{#${head}}}${body}${hasElse && name !== 'repeat' ? `{{else}}${other}` : ''}{{/${name}}}`;
      }),
  ),
  template: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
}));

it('whatever blocks stand in one another', () => {
  fc.assert(
    fc.property(template, view, (source, data) => {
      expect(renderTemplate(source, data)).toBe(peer.compile(source)(data));
    }),
    { numRuns: 500 },
  );
});
