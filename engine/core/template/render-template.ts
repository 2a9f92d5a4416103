import Handlebars from 'handlebars';
import { operandOf, type Scope, written } from './values.ts';

const MOST_REPEATS = 200;

const parsed = new Map<string, hbs.AST.Program>();
const MOST_TEMPLATES = 100;

/** A template as a tree; read once for each text. */
function readTemplate(source: string): hbs.AST.Program {
  if (typeof source !== 'string') throw new Error('A template must be text.');
  const known = parsed.get(source);
  if (known) return known;
  if (parsed.size >= MOST_TEMPLATES) parsed.clear();
  const program = Handlebars.parse(source);
  parsed.set(source, program);
  return program;
}

/**
 * What a sheet's template prints of a view. The tree of Handlebars' own parser is walked, nothing is compiled: so it is
 * the same on the server and in a page, where no code may be made of text. Linting refused raw output, partials,
 * decorators and unknown helpers before the edition was published.
 * @throws Error where the text is no string (a tree handed in as JSON would run as it is) or does not parse
 */
export function renderTemplate(source: string, view: object): string {
  return printed(readTemplate(source), { contexts: [view], data: { root: view } });
}

function printed(program: hbs.AST.Program | undefined, scope: Scope): string {
  let text = '';
  for (const statement of program?.body ?? []) text += printedStatement(statement, scope);
  return text;
}

function printedStatement(statement: hbs.AST.Statement, scope: Scope): string {
  if (statement.type === 'ContentStatement') return (statement as hbs.AST.ContentStatement).value;
  if (statement.type === 'MustacheStatement') return written(operandOf(statement, scope));
  if (statement.type === 'BlockStatement') return printedBlock(statement as hbs.AST.BlockStatement, scope);
  if (statement.type === 'CommentStatement') return '';
  throw new Error(`A template holds a ${statement.type}, which the language does not have.`);
}

type Block = (operands: unknown[], block: hbs.AST.BlockStatement, scope: Scope) => string;

const either = (isSo: boolean, { program, inverse }: hbs.AST.BlockStatement, scope: Scope): string =>
  printed(isSo ? program : inverse, scope);

/** Going in puts a context before the others, unless it is the same. */
const within = (context: unknown, { contexts, data }: Scope, more: object = {}): Scope => ({
  contexts: context === contexts[0] ? contexts : [context, ...contexts],
  data: { ...data, ...more },
});

const BLOCKS: Record<string, Block> = {
  if: ([value], block, scope) => either(isSomething(value), block, scope),
  unless: ([value], block, scope) => either(!isSomething(value), block, scope),
  eq: ([left, right], block, scope) => either(String(left) === String(right), block, scope),
  with: ([value], block, scope) =>
    isEmpty(value) ? printed(block.inverse, scope) : printed(block.program, within(value, scope)),
  repeat: ([times], block, scope) => {
    const count = Math.min(Math.max(Math.trunc(Number(times) || 0), 0), MOST_REPEATS);
    const one = (index: number): string =>
      printed(block.program, within(scope.contexts[0], scope, { index }));
    return Array.from({ length: count }, (_, index) => one(index)).join('');
  },
  each: ([value], block, scope) => {
    const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
    if (entries.length === 0) return printed(block.inverse, scope);
    const last = entries.length - 1;
    return entries
      .map(([key, element], index) => {
        const position = { key: Array.isArray(value) ? index : key, index };
        const ends = { first: index === 0, last: index === last };
        return printed(block.program, within(element, scope, { ...position, ...ends }));
      })
      .join('');
  },
};

function printedBlock(block: hbs.AST.BlockStatement, scope: Scope): string {
  const name = (block.path as hbs.AST.PathExpression).original;
  const print = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
  if (print === undefined) throw new Error(`A template opens "${name}", which is no block.`);
  return print(
    block.params.map((one) => operandOf(one, scope)),
    block,
    scope,
  );
}

/** As Handlebars takes it: 0 is something to go into and nothing to be true. */
const isEmpty = (value: unknown): boolean =>
  (!value && value !== 0) || (Array.isArray(value) && value.length === 0);

const isSomething = (value: unknown): boolean => Boolean(value) && !isEmpty(value);
