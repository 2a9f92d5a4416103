import type { Logic } from '#core/model/index.ts';
import { firstPhrase, listed, phraseOf, titled, within } from '../compose.ts';
import type { Context } from '../context.ts';
import { callOf } from '../kind.ts';
import { CLAUSE, JOINED, LISTED, NOUN, type Phrase, SUM } from '../phrase.ts';
import { all, denial, negated } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

/** From so many on, statements are listed. */
const MANY = 4;

/** `and` and `or` of statements. What decides nothing is left out; the same join inside is opened. */
function joining(name: 'and' | 'or'): Writer {
  const idle = name === 'and';
  return (args, context, denied) => {
    const parts = opened(name, args).filter((part) => part !== idle);
    const [only] = parts;
    if (only === undefined) return context.clause(idle, context, denied);
    if (parts.length === 1) return context.clause(only, context, denied);
    return parts.length < MANY ? few(name, parts, context, denied) : many(name, parts, context, denied);
  };
}

/** Side by side; where they are denied, each by itself: not (a and b) is not a, or not b. */
function few(name: 'and' | 'or', parts: Logic[], context: Context, denied: boolean): Phrase {
  const clauses = parts.map((part) => within(context.clause(part, context, denied), CLAUSE, context));
  const join = denied === (name === 'and') ? 'or' : 'and';
  return { text: clauses.join(context.words.phrases[join]), level: JOINED };
}

/** As a list. */
function many(name: 'and' | 'or', parts: Logic[], context: Context, denied: boolean): Phrase {
  const clauses = parts.map((part) => within(context.clause(part, context, false), CLAUSE, context));
  const same = saysTheSame(parts, clauses, context);
  const key = `${name}.${same ? 'same' : 'list'}${denied ? '.not' : ''}`;
  const all = same?.of ?? clauses.join(context.words.marks.items);
  return phraseOf(firstPhrase([key], context), context, { operands: [same?.what ?? ''], all, level: LISTED });
}

/** What many things have in common is said once: "any of these is yes: A, B, C". */
function saysTheSame(
  parts: Logic[],
  clauses: string[],
  context: Context,
): { what: string; of: string } | undefined {
  const subjects = parts.map((part) => subjectOf(part, context));
  const [what, ...others] = clauses.map((text, index) => {
    const subject = subjects[index];
    return subject !== undefined && text.startsWith(subject) ? text.slice(subject.length).trim() : undefined;
  });
  if (!what || others.some((other) => other !== what)) return undefined;
  return {
    what,
    of: listed(
      subjects.filter((subject) => subject !== undefined),
      context,
    ),
  };
}

function subjectOf(part: Logic, context: Context): string | undefined {
  const call = callOf(part);
  if (call === undefined || callOf(call.args[0]) === undefined) return undefined;
  const subject = context.term(call.args[0], context);
  return subject.level <= NOUN ? subject.text : undefined;
}

function opened(name: string, args: readonly Logic[]): Logic[] {
  return args.flatMap((part) => {
    const call = callOf(part);
    return call?.name === name ? opened(name, call.args) : [part];
  });
}

/** `and` and `or` where not a statement is wanted but a value: the first that decides. */
export function choosingValue(name: 'and' | 'or'): Writer {
  return (args, context) => phraseOf(`${name}.value`, context, { all: all(args, context), level: LISTED });
}

/** Both branches are values, or both are statements. */
function choice(holds: boolean): Writer {
  const kind = holds ? '.holds' : '';
  return (args, context) => {
    if (args.length === 1) return branch(args[0], holds, context);
    const steps: Phrase[] = [];
    for (let index = 0; index + 1 < args.length; index += 2)
      steps.push(step(args[index], args[index + 1], holds, context));
    steps.push(otherwise(args, kind, holds, context));
    const nodes = holds ? [] : steps.map((part) => part.node);
    const node = nodes.find((found) => found?.valueTitle) ?? nodes.find((found) => found !== undefined);
    return {
      text: steps.map(({ text }) => text).join(context.words.marks.items),
      level: LISTED,
      ...(node ? { node } : {}),
    };
  };
}

function step(
  condition: Logic | undefined,
  value: Logic | undefined,
  holds: boolean,
  context: Context,
): Phrase {
  const then = branch(value, holds, context);
  const operands = [
    within(context.clause(condition, context, false), CLAUSE, context),
    within(then, holds ? CLAUSE : SUM, context),
  ];
  return phraseOf(holds ? 'if.holds' : 'if', context, { operands, level: LISTED, node: then.node });
}

function branch(value: Logic | undefined, holds: boolean, context: Context): Phrase {
  return holds ? context.clause(value, context, false) : context.term(value, context);
}

function otherwise(args: readonly Logic[], kind: string, holds: boolean, context: Context): Phrase {
  if (args.length % 2 === 0)
    return phraseOf(firstPhrase([`if.none${kind}`], context), context, { level: LISTED });
  const last = branch(args.at(-1), holds, context);
  const operands = [within(last, holds ? CLAUSE : SUM, context)];
  return phraseOf(firstPhrase([`if.else${kind}`], context), context, {
    operands,
    level: LISTED,
    node: last.node,
  });
}

/** `if` where a value is wanted. */
export const chosenValue = choice(false);
const chosenStatement: Writer = (args, context, denied) => {
  const phrase = choice(true)(args, context, false);
  return denied ? negated(phrase, context) : phrase;
};

const not: Writer = ([value], context, denied) => context.clause(value, context, !denied);
const holds: Writer = ([value], context, denied) => context.clause(value, context, denied);

/** Whether a value counts as true, said by what kind of value it is. */
export function truth(logic: Logic | undefined, context: Context, denied: boolean): Phrase {
  const phrase = context.term(logic, context);
  const kind = phrase.node?.kind ?? 'any';
  const yes = kind === 'boolean' ? phrase.node?.valueTitle?.(true) : undefined;
  if (yes !== undefined) return isCalled(phrase, yes, context, denied);
  const key = firstPhrase([`!!.${kind}${denied ? '.not' : ''}`, denied ? '!!.not' : '!!'], context);
  return phraseOf(key, context, { operands: [within(phrase, SUM, context)], level: CLAUSE });
}

/** What is true has a name of its own there. */
function isCalled(phrase: Phrase, yes: string, context: Context, denied: boolean): Phrase {
  const operands = [within(phrase, SUM, context), titled(yes, context).text];
  return denial('==.boolean', denied, context, (key) => phraseOf(key, context, { operands, level: CLAUSE }));
}

/** How `if`, `and`, `or` and their denials are read. */
export const choosingWriters: Writers = {
  if: chosenStatement,
  '?:': chosenStatement,
  and: joining('and'),
  or: joining('or'),
  '!': not,
  '!!': holds,
};
