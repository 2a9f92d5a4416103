import { describe, expect, it } from 'vitest';
import { compileEdition } from '#core/compile/index.ts';
import { type ResolvedAnswers, resolveAnswers, sheetRevision } from '#core/evaluate/index.ts';
import { checkCode } from '#core/evaluate/present/check-code.ts';
import { sheetSections } from '#core/evaluate/present/revision.ts';
import type { Application, CompiledEdition, FileRef, Json, JsonObject } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { at, base, editionOf } from '../../lint/base.ts';

const SLOTS: Json = [
  { id: 'photo', title: 'Photo', requiredWhen: true },
  { id: 'bill', title: 'Bill', sheets: [] },
];

/**
 * The revision of the base's sheet under a template, for its complete case with changes to it; it is the check code of
 * what the sheet writes, of as much of it as the template shows.
 */
function signed(template: string): (change?: (application: Application) => void) => string {
  const files = base();
  files['2026/sheets/form/template.hbs'] = template;
  Object.assign(at(files, '2026/sections/plan.json'), { slots: SLOTS });
  const { definition } = editionOf(files);
  const edition = compileEdition(definition);
  const [example] = definition.cases;
  if (!example) throw new Error('the base has one case');
  const { application, facts } = openCase(edition, example, []);
  return (change) => {
    const changed: Application = structuredClone(application);
    change?.(changed);
    const resolved = resolveAnswers(edition, changed, facts);
    const revision = sheetRevision(edition, resolved, changed, 'form');
    expect(revision).toBe(writtenCode(edition, resolved, changed));
    return revision;
  };
}

function writtenCode(edition: CompiledEdition, resolved: ResolvedAnswers, application: Application): string {
  const { programme, edition: settings } = edition.definition;
  const { title, shows = true } = edition.sheets.form ?? {};
  const titles = [programme.title, settings.cycle.title, resolved.category.definition.title, title];
  const sections = sheetSections(edition, resolved, application, 'form');
  return checkCode({ titles, sheet: 'form', sections }, { titles: true, sheet: true, sections: shows });
}

const section = (application: Application, id: string) => application.sections[id] as JsonObject;
const changes: Record<string, (application: Application) => void> = {
  title: (one) => Object.assign(section(one, 'plan'), { title: 'Another' }),
  days: (one) => Object.assign(section(one, 'plan'), { days: 9 }),
  amount: (one) => Object.assign((one.sections.costs as JsonObject[])[0] ?? {}, { amount: 77 }),
  row: (one) => (one.sections.costs as JsonObject[]).push({ id: 'r9', amount: 5 }),
  cell: (one) =>
    Object.assign(one.sections, { hours: { cells: { alone: { 2026: 3 } }, marks: {}, own: [] } }),
  photo: (one) => one.files.push(file('photo')),
  bill: (one) => one.files.push(file('bill')),
};
const file = (slot: string): FileRef => ({
  ...{ id: slot, section: 'plan', slot, name: `${slot}-new.pdf`, mediaType: 'application/pdf' },
  ...{ bytes: 1, pages: 1, sha256: '' },
});

describe('a signature covers what the template can show', () => {
  it.each<[string, string, string[]]>([
    ['one field', '<p>{{sections.plan.fields.title}}</p>', ['title']],
    ['one that is asked for', '{{#if sections.plan.fields.days}}<p>some</p>{{/if}}', []],
    ['the condition of a part', '{{#eq sections.plan.fields.days "2"}}<p>two</p>{{/eq}}', ['days']],
    ['an operand', '<p>{{default sections.plan.fields.title "-"}}</p>', ['title']],
    ['an operand of an operand', '{{#if (eq sections.plan.fields.title "x")}}<p>x</p>{{/if}}', ['title']],
    ['inside with', '{{#with sections.plan.fields}}<p>{{title}}</p>{{/with}}', ['title']],
    [
      'outside again',
      '{{#each sections.hours.columns}}<p>{{../sections.plan.fields.title}}</p>{{/each}}',
      ['title'],
    ],
    ['a column of rows', '{{#each sections.costs.rows}}<p>{{amount}}</p>{{/each}}', ['amount', 'row']],
    ['how many rows', '{{#each sections.costs.rows}}<p>{{inc @index}}</p>{{/each}}', ['row']],
    ['whether there are rows', '{{#if sections.costs.rows}}<p>some</p>{{/if}}', []],
    ['their number', '<p>{{sections.costs.rows.length}}</p>', ['row']],
    ['cells', '{{#each sections.hours.items}}{{#each cells}}<p>{{this}}</p>{{/each}}{{/each}}', ['cell']],
    ['titles of items', '{{#each sections.hours.items}}<p>{{title}}</p>{{/each}}', []],
    ['files', '{{#each sections.plan.files}}<p>{{slot}}{{join names ","}}</p>{{/each}}', ['photo']],
    ['one row by its number', '<p>{{sections.costs.rows.[0].amount}}</p>', ['amount']],
    ['one cell by its number', '{{#each sections.hours.items}}<p>{{cells.[0]}}</p>{{/each}}', []],
    ['everything', '{{#each sections}}{{#each fields}}<p>{{this}}</p>{{/each}}{{/each}}', ['title', 'days']],
    ['what cannot be told', '{{> part}}', ['title', 'days', 'amount', 'row', 'cell', 'photo']],
    ['nothing', '<p>Signed</p>', []],
  ])('%s', (_name, template, covered) => {
    const revision = signed(template);
    const found = Object.entries(changes).filter(([, change]) => revision(change) !== revision());
    expect(found.map(([name]) => name)).toEqual(covered);
  });
});
