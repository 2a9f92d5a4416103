import { describe, expect, it } from 'vitest';
import { beyondReading, templateLimits } from '#core/vocabulary/index.ts';

const nested = (many: number): string => '{{#if a}}'.repeat(many) + '{{/if}}'.repeat(many);
const chained = (many: number): string => `{{#if a}}${'{{else if b}}'.repeat(many)}{{/if}}`;

describe('a template is read', () => {
  it.each([
    ['as deep as it may nest', nested(templateLimits.blocks)],
    ['a chain of that length', chained(templateLimits.blocks - 1)],
    ['many blocks side by side', nested(1).repeat(2_000)],
    ['many chains side by side', chained(3).repeat(1_000)],
    ['as long as it may be', 'a'.repeat(templateLimits.characters)],
  ])('%s', (_name, template) => expect(beyondReading(template)).toBeUndefined());
});

describe('a template is not read', () => {
  it.each([
    ['that nests without end', `<p>\n${nested(3_000)}`, { line: 2 }],
    ['that chains without end', chained(3_000), { line: 1 }],
    ['that opens and never ends', '{{~#each a}}'.repeat(1_000), { line: 1 }],
    ['that is longer than any', 'a'.repeat(templateLimits.characters + 1), { line: 1, column: 1 }],
  ])('%s', (_name, template, place) => expect(beyondReading(template)).toMatchObject(place));
});
