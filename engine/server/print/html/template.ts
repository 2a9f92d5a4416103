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
 * A name without operands is data, whatever helpers are called: a field may be called `date`. Whoever calls a helper
 * gives it operands, and no answer can be called.
 */
class DataFirst extends Handlebars.Visitor {
  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (isBare(statement)) asData(statement.path);
    super.MustacheStatement(statement);
    statement.params = statement.params.map(plain);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    super.BlockStatement(block);
    block.params = block.params.map(plain);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    super.SubExpression(expression);
    expression.params = expression.params.map(plain);
  }
}

type Call = Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>;

const isBare = ({ params, hash }: Call): boolean => params.length === 0 && (hash?.pairs.length ?? 0) === 0;

/** `date` as `./date`: Handlebars looks among its helpers only for the former. */
function asData(path: hbs.AST.Node): void {
  if (path.type !== 'PathExpression') return;
  const name = path as hbs.AST.PathExpression;
  if (!name.data && name.depth === 0 && name.parts.length === 1 && name.original === name.parts[0])
    name.original = `./${name.original}`;
}

/** `(date)` as an operand is the field. */
function plain(operand: hbs.AST.Expression): hbs.AST.Expression {
  if (operand.type !== 'SubExpression') return operand;
  const expression = operand as hbs.AST.SubExpression;
  return isBare(expression) ? expression.path : operand;
}

function parsed(source: string): hbs.AST.Program {
  const program = Handlebars.parse(source);
  new DataFirst().accept(program);
  return program;
}

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
  const render = sandbox.compile(parsed(source), COMPILE);
  const template: Template = (view) => render(view, RUN);
  compiled.set(source, template);
  return template;
}
