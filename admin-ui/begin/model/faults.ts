import { choiceLines } from '../../draft/rooms/forms/model/field-kinds.ts';
import type { Question, Typed } from './typed.ts';
import { unitsOf } from './units.ts';

/** What keeps a programme from being made of what was typed. */
export type Fault = 'missing' | 'wrongYear' | 'noQuestions' | 'noChoices' | 'noSources' | 'wrongUnits';

const YEAR = /^2\d{3}$/;

/** Everything that is wrong, by the names of the fields, in the order of the page. */
export function faultsOf(typed: Typed): Map<string, Fault> {
  const found: [string, Fault | undefined][] = [
    ['title', missing(typed.title)],
    ['year', YEAR.test(typed.year.trim()) ? undefined : 'wrongYear'],
    ['top', missing(typed.top)],
    ['topName', missing(typed.topName)],
    ...typed.kinds.flatMap((kind): [string, Fault | undefined][] => [
      [`kind-${kind.key}`, missing(kind.title)],
      [`units-${kind.key}`, unitsOf(kind, typed).faults.length > 0 ? 'wrongUnits' : undefined],
    ]),
    ['people', missing(typed.people.title)],
    ...ofQuestions('people', typed.people.questions),
    ['organisation', missing(typed.organisation.title)],
    ...ofQuestions('organisation', typed.organisation.questions),
    ['form', missing(typed.form)],
    ['section', missing(typed.section)],
    ['more', typed.questions.length === 0 ? 'noQuestions' : undefined],
    ...ofQuestions('question', typed.questions),
    ['sheet', missing(typed.sheet)],
    ['roster', missing(typed.roster)],
  ];
  return new Map(found.filter((one): one is [string, Fault] => one[1] !== undefined));
}

const missing = (text: string): Fault | undefined => (text.trim() === '' ? 'missing' : undefined);

function ofQuestions(name: string, questions: readonly Question[]): [string, Fault | undefined][] {
  return questions.flatMap((one): [string, Fault | undefined][] => [
    [`${name}-${one.key}`, missing(one.title)],
    [`${name}-${one.key}-choices`, choosing(one)],
    [
      `${name}-${one.key}-sources`,
      one.kind === 'computed' && one.sources.length === 0 ? 'noSources' : undefined,
    ],
  ]);
}

const choosing = ({ kind, choices }: Question): Fault | undefined =>
  (kind === 'oneOf' || kind === 'someOf') && choiceLines(choices).length < 2 ? 'noChoices' : undefined;
