import type { Check } from '../../context.ts';
import { constantRule } from './constant-rule.ts';
import { failingExpressionCase } from './failing-expression-case.ts';
import { literalCondition } from './literal-condition.ts';
import { malformedLogic } from './malformed-logic.ts';
import { phrasePlace } from './phrase-place.ts';
import { recursiveExpression } from './recursive-expression.ts';
import { repeatedLogic } from './repeated-logic.ts';
import { typeMismatch } from './type-mismatch.ts';
import { unknownCode } from './unknown-code.ts';
import { unknownCodeList } from './unknown-code-list.ts';
import { unknownExpression } from './unknown-expression.ts';
import { unknownField } from './unknown-field.ts';
import { unknownTag } from './unknown-tag.ts';
import { unreadCaseData } from './unread-case-data.ts';
import { wrongParameters } from './wrong-parameters.ts';

/** Expressions: what a rule reads, and with what. One check a file, one line here. */
export const expressions: Check[] = [
  malformedLogic,
  unknownField,
  typeMismatch,
  unknownCode,
  unknownCodeList,
  unknownExpression,
  wrongParameters,
  recursiveExpression,
  phrasePlace,
  unreadCaseData,
  failingExpressionCase,
  constantRule,
  literalCondition,
  unknownTag,
  repeatedLogic,
];
