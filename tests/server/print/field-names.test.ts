import { expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { renderSheet } from '#server/print/index.ts';
import { at, base, editionOf } from '../../lint/base.ts';

/** What Handlebars, or a sheet's language, calls a helper or a word of its own, and a row's number. */
const NAMES = [
  ...['date', 'eq', 'join', 'default', 'inc', 'repeat', 'if', 'unless', 'each', 'with', 'log', 'lookup'],
  ...['helperMissing', 'blockHelperMissing', 'index', 'first', 'key', 'as', 'settings', 'sections', 'title'],
];
const fields = Object.fromEntries(
  NAMES.map((name) => [name, { type: 'string', title: name, maxLength: 40 }]),
);
const answers = Object.fromEntries(NAMES.map((name) => [name, `value-of-${name}`]));

/** The base programme whose plan and costs have a field of every such name, printed in every way. */
function print(body: string): string {
  const files = base();
  Object.assign(at(files, '2026/sections/plan.json', 'schema', 'properties'), fields);
  Object.assign(at(files, '2026/sections/costs.json', 'schema', 'items', 'properties'), fields);
  Object.assign(at(files, '2026/cases/complete.json', 'sections', 'plan'), answers);
  Object.assign(at(files, '2026/cases/complete.json', 'sections', 'costs', 0), answers);
  files['2026/sheets/form/template.hbs'] = body;
  const loaded = editionOf(files);
  expect(lint(loaded).filter(({ severity }) => severity === 'error')).toEqual([]);
  const edition = compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  const [example] = edition.definition.cases;
  if (!example) throw new Error('the base has one case');
  const { application, facts } = openCase(edition, example, []);
  return renderSheet(edition, application, facts, 'form').replace(/^.*<body[^>]*>/s, '');
}

it.each(NAMES)('a field called %s is printed by its name, in a record and in a row', (name) => {
  const page = print(
    `{{#with sections.plan.fields}}<p>1{{${name}}}</p><p>2{{this.${name}}}</p>{{#if ${name}}}<p>3{{default ${name} "-"}}</p>{{/if}}{{/with}}
{{#each sections.costs.rows}}<p>4{{${name}}}</p>{{#eq ${name} "value-of-${name}"}}<p>5{{../sections.plan.fields.${name}}}</p>{{/eq}}{{/each}}`,
  );
  for (const way of [1, 2, 3, 4, 5]) expect(page).toContain(`<p>${way}value-of-${name}</p>`);
});

it('a helper is still called where it is given operands, also beside a field of its name', () => {
  const page = print(
    `{{#with sections.plan.fields}}<p>{{date "2026-03-01" "DD.MM.YYYY"}} {{date}} {{default (date) "-"}} {{#if (eq join "value-of-join")}}same{{else}}other{{/if}}</p>{{/with}}`,
  );
  expect(page).toContain('01.03.2026 value-of-date value-of-date same');
});
