import Handlebars from 'handlebars';
import { beyondReading, templateLimits } from '#core/vocabulary/index.ts';
import type { Shape } from '../shapes/shape.ts';
import type { TemplateFault } from './fault.ts';
import { closeMarkup, openMarkup } from './markup/reader.ts';
import type { Spot } from './markup/refuse.ts';
import { walkProgram } from './walk.ts';

/** Everything in a template that the language does not allow, and every path to something that its sheet may not show. */
export function checkTemplate(
  template: string,
  view: Shape,
  read: typeof parseTemplate = parseTemplate,
): TemplateFault[] {
  if (template.length > templateLimits.characters)
    return [
      {
        code: 'template-refused',
        sentence: 'template-refused.size',
        params: { most: templateLimits.characters },
      },
    ];
  const program = read(template);
  if ('code' in program) return [program];
  const faults: TemplateFault[] = [];
  const report = (fault: TemplateFault) => void faults.push(fault);
  const markup = openMarkup(report);
  walkProgram(program, { scopes: [view], eachDepth: 0, blocks: 0, markup, report });
  closeMarkup(markup, endOf(template));
  return faults;
}

function endOf(template: string): Spot {
  const lines = template.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** A template as a tree, or what is wrong with its syntax; one that nests too deep is not read. */
export function parseTemplate(template: string): hbs.AST.Program | TemplateFault {
  const deep = beyondReading(template);
  if (deep)
    return {
      code: 'template-refused',
      sentence: 'template-refused.blocks',
      params: { ...deep, most: templateLimits.blocks },
    };
  try {
    return Handlebars.parse(template);
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const line = /line (\d+)/i.exec(text)?.[1] ?? /(\d+):\d+/.exec(text)?.[1];
    return line === undefined
      ? { code: 'template-syntax', sentence: 'template-syntax.unplaced' }
      : { code: 'template-syntax', params: { line: Number(line) } };
  }
}
