import Handlebars from 'handlebars';
import { helpers } from './helpers.ts';

type Template = (view: object) => string;

const sandbox = Handlebars.create();
for (const [name, helper] of Object.entries(helpers)) sandbox.registerHelper(name, helper);

const COMPILE = {
  noEscape: false,
  knownHelpersOnly: true,
  knownHelpers: {
    ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
    log: false,
    lookup: false,
  },
} as const;

const RUN = {
  allowProtoPropertiesByDefault: false,
  allowProtoMethodsByDefault: false,
} as const;

const compiled = new Map<string, Template>();
const MOST_TEMPLATES = 100;

/**
 * A sheet's template, ready to run; compiled once for each text.
 * Linting refused raw output, partials, decorators and unknown helpers before the edition was published.
 * @throws Error where the text is no string (an AST handed in as JSON would run code) or does not parse
 */
export function compileTemplate(source: string): Template {
  if (typeof source !== 'string') throw new Error('A template must be text.');
  const known = compiled.get(source);
  if (known) return known;
  if (compiled.size >= MOST_TEMPLATES) compiled.clear();
  const render = sandbox.compile(source, COMPILE);
  const template: Template = (view) => render(view, RUN);
  compiled.set(source, template);
  return template;
}
