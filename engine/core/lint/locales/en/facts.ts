import type { facts as pattern } from '../zh-CN/facts.ts';

/** What is wrong with facts and where they are named. */
export const facts: typeof pattern = {
  'unknown-fact': 'There is no fact "{id}"',
  'misfit-fact': 'The fact "{id}" is {found}, which cannot be a "{keyword}"',
  'misfit-fact.nothing': 'The fact "{id}" is not in force, and this text says it',
  'misfit-fact.category': 'The fact "{id}" is of another type in the edition',
  'misfit-fact.number': '"{number}" is no pattern of numbers',
  'misfit-fact.list': 'There is no code list "{code}"',
  'misfit-fact.code': 'The code list "{list}" has no {codes}',
  'fact-out-of-bounds': 'The fact “{title}” is {value}; it may not be less than {limit}',
  'fact-out-of-bounds.most': 'The fact “{title}” is {value}; it may not be more than {limit}',
  'unused-fact': 'No limit, rule or text names the fact “{title}”: changing it changes nothing',
  'shared-fact':
    'The fact "{id}" has another value in {categories}; all categories share this, and it says that of the edition',
  'unnamed-number': '"{found}" is the fact “{title}”; when the fact changes, this text will not',
};
