import Handlebars from 'handlebars';
import { HELPERS } from './helpers.ts';

/** What a part of a template reads: its own context first, then those around it. */
export type Scope = {
  contexts: readonly unknown[];
  /** `@index` and its like. */
  data: Readonly<Record<string, unknown>>;
};

type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash'>;

/** What an operand or an output stands for. A name without operands is data, whatever helpers are called. */
export function operandOf(node: hbs.AST.Node, scope: Scope): unknown {
  switch (node.type) {
    case 'PathExpression':
      return atPath(node as hbs.AST.PathExpression, scope);
    case 'SubExpression':
    case 'MustacheStatement':
      return callOf(node as hbs.AST.SubExpression, scope);
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return (node as hbs.AST.StringLiteral).value;
    default:
      return node.type === 'NullLiteral' ? null : undefined;
  }
}

function callOf({ path, params, hash }: Call, scope: Scope): unknown {
  if (params.length === 0 && (hash?.pairs.length ?? 0) === 0) return operandOf(path, scope);
  const name = (path as hbs.AST.PathExpression).original;
  const helper = HELPERS.get(name);
  if (helper === undefined) throw new Error(`A template calls "${name}", which is no helper.`);
  return helper(...params.map((one) => operandOf(one, scope)));
}

/** Own properties alone: nothing of a prototype is ever read. */
function atPath({ data, depth, parts }: hbs.AST.PathExpression, scope: Scope): unknown {
  const from = data ? scope.data : scope.contexts[depth];
  return parts.reduce<unknown>((at, part) => ownValue(at, String(part)), from);
}

function ownValue(value: unknown, key: string): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object')
    return typeof value === 'string' && key === 'length' ? value.length : undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** As text of a page. */
export const written = (value: unknown): string => Handlebars.escapeExpression(value as string);
