import type { Check } from '../../context.ts';
import { choiceShape } from './choice-shape.ts';
import { circularField } from './circular-field.ts';
import { crossedBounds } from './crossed-bounds.ts';
import { fieldShape } from './field-shape.ts';
import { misfitValue } from './misfit-value.ts';
import { misplacedBlank } from './misplaced-blank.ts';
import { misplacedCondition } from './misplaced-condition.ts';
import { neverVisible } from './never-visible.ts';
import { oversizedChoice } from './oversized-choice.ts';
import { requiredNamesNothing } from './required-names-nothing.ts';
import { reservedName } from './reserved-name.ts';
import { suggestionShape } from './suggestion-shape.ts';
import { uiNamesNothing } from './ui-names-nothing.ts';
import { unfitNumber } from './unfit-number.ts';
import { unfitWidget } from './unfit-widget.ts';
import { unknownFormat } from './unknown-format.ts';
import { unknownWidget } from './unknown-widget.ts';
import { unsafePattern } from './unsafe-pattern.ts';
import { wordNamesNothing } from './word-names-nothing.ts';

/** Fields, and how they are drawn. One check a file, one line here. */
export const fields: Check[] = [
  reservedName,
  fieldShape,
  unknownFormat,
  unsafePattern,
  choiceShape,
  suggestionShape,
  oversizedChoice,
  requiredNamesNothing,
  crossedBounds,
  neverVisible,
  misplacedBlank,
  wordNamesNothing,
  misplacedCondition,
  misfitValue,
  circularField,
  unfitNumber,
  unknownWidget,
  unfitWidget,
  uiNamesNothing,
];
