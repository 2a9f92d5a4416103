import Handlebars from 'handlebars';
import type { Shape } from '../shapes/shape.ts';
import type { TemplateFault } from './fault.ts';
import { checkMarkup } from './markup.ts';
import { walkProgram } from './walk.ts';

const MOST_CHARACTERS = 64 * 1024;

/** Everything in a template that the language does not allow, and every path to something that its sheet may not show. */
export function checkTemplate(template: string, view: Shape): TemplateFault[] {
  if (template.length > MOST_CHARACTERS)
    return [
      { code: 'template-refused', message: `A template is at most ${MOST_CHARACTERS} characters long` },
    ];
  const program = parse(template);
  if ('message' in program) return [program];
  const faults: TemplateFault[] = checkMarkup(template);
  walkProgram(program, {
    scopes: [view],
    locals: [],
    eachDepth: 0,
    blocks: 0,
    report: (fault) => faults.push(fault),
  });
  return faults;
}

function parse(template: string): hbs.AST.Program | TemplateFault {
  try {
    return Handlebars.parse(template);
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error);
    return { code: 'template-syntax', message: message.slice(0, 200) };
  }
}
