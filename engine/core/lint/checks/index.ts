import type { Check } from '../context.ts';
import { accountBinding } from './account-binding.ts';
import { actionParams } from './action-params.ts';
import { batchShape } from './batch-shape.ts';
import { caseNamesNothing } from './case-names-nothing.ts';
import { circularField } from './circular-field.ts';
import { codeSuccessor } from './code-successor.ts';
import { codeValidity } from './code-validity.ts';
import { constantRule } from './constant-rule.ts';
import { crossedBounds } from './crossed-bounds.ts';
import { cssRefused } from './css-refused.ts';
import { cycleDates } from './cycle-dates.ts';
import { deadEndState } from './dead-end-state.ts';
import { demoMisplaced } from './demo-misplaced.ts';
import { demoNamesNothing } from './demo-names-nothing.ts';
import { deskFinder } from './desk-finder.ts';
import { duplicateCode } from './duplicate-code.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyMessage } from './empty-message.ts';
import { failingExpressionCase } from './failing-expression-case.ts';
import { fieldShape } from './field-shape.ts';
import { hostileKey } from './hostile-key.ts';
import { incompleteCategory } from './incomplete-category.ts';
import { kindField } from './kind-field.ts';
import { literalCondition } from './literal-condition.ts';
import { lockedOutApplicant } from './locked-out-applicant.ts';
import { loneAttribute } from './lone-attribute.ts';
import { malformedLogic } from './malformed-logic.ts';
import { manifestMismatch } from './manifest-mismatch.ts';
import { misfitValue } from './misfit-value.ts';
import { misplacedBlank } from './misplaced-blank.ts';
import { misplacedCondition } from './misplaced-condition.ts';
import { missingKey } from './missing-key.ts';
import { neverVisible } from './never-visible.ts';
import { nobodyMay } from './nobody-may.ts';
import { organisationTree } from './organisation-tree.ts';
import { overlayNamesNothing } from './overlay-names-nothing.ts';
import { oversizedFile } from './oversized-file.ts';
import { quotaOverLimit } from './quota-over-limit.ts';
import { recursiveExpression } from './recursive-expression.ts';
import { refusedMachine } from './refused-machine.ts';
import { requiredNamesNothing } from './required-names-nothing.ts';
import { reservedName } from './reserved-name.ts';
import { rosterShape } from './roster-shape.ts';
import { rowLimit } from './row-limit.ts';
import { rulePlace } from './rule-place.ts';
import { sectionOnTwoPages } from './section-on-two-pages.ts';
import { sectionShape } from './section-shape.ts';
import { shadowedTransition } from './shadowed-transition.ts';
import { sheetOnNoCategory } from './sheet-on-no-category.ts';
import { slotOfSheet } from './slot-of-sheet.ts';
import { slotShape } from './slot-shape.ts';
import { stuckDesk } from './stuck-desk.ts';
import { summaryNamesNothing } from './summary-names-nothing.ts';
import { templateField } from './template-field.ts';
import { templateRefused } from './template-refused.ts';
import { templateSyntax } from './template-syntax.ts';
import { timeZone } from './time-zone.ts';
import { transitionWithoutBy } from './transition-without-by.ts';
import { typeMismatch } from './type-mismatch.ts';
import { uiNamesNothing } from './ui-names-nothing.ts';
import { uncheckedAnswers } from './unchecked-answers.ts';
import { unfitWidget } from './unfit-widget.ts';
import { unguardedDesk } from './unguarded-desk.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownCell } from './unknown-cell.ts';
import { unknownCode } from './unknown-code.ts';
import { unknownCodeList } from './unknown-code-list.ts';
import { unknownDesk } from './unknown-desk.ts';
import { unknownEvent } from './unknown-event.ts';
import { unknownExpression } from './unknown-expression.ts';
import { unknownField } from './unknown-field.ts';
import { unknownFormat } from './unknown-format.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownKind } from './unknown-kind.ts';
import { unknownQueue } from './unknown-queue.ts';
import { unknownRoute } from './unknown-route.ts';
import { unknownSheet } from './unknown-sheet.ts';
import { unknownTag } from './unknown-tag.ts';
import { unknownTarget } from './unknown-target.ts';
import { unknownWidget } from './unknown-widget.ts';
import { unreachableState } from './unreachable-state.ts';
import { unreadSetting } from './unread-setting.ts';
import { unsafePattern } from './unsafe-pattern.ts';
import { unusedEvent } from './unused-event.ts';
import { unusedFile } from './unused-file.ts';
import { unusedRoute } from './unused-route.ts';
import { writeTarget } from './write-target.ts';
import { wrongParameters } from './wrong-parameters.ts';
import { wrongType } from './wrong-type.ts';
import { wrongValue } from './wrong-value.ts';

/** Checks of the files as they are, whatever they mean together. */
const shapes: Check[] = [
  unknownKey,
  missingKey,
  wrongType,
  wrongValue,
  oversizedFile,
  hostileKey,
  manifestMismatch,
];

/** Checks of what the parts say of one another. */
const meaning: Check[] = [
  // expressions
  malformedLogic,
  unknownField,
  typeMismatch,
  unknownCode,
  unknownCodeList,
  unknownExpression,
  wrongParameters,
  recursiveExpression,
  failingExpressionCase,
  constantRule,
  literalCondition,
  unknownTag,
  // fields
  reservedName,
  fieldShape,
  unknownFormat,
  unsafePattern,
  requiredNamesNothing,
  crossedBounds,
  neverVisible,
  misplacedBlank,
  misplacedCondition,
  misfitValue,
  circularField,
  // how fields are drawn
  unknownWidget,
  unfitWidget,
  uiNamesNothing,
  // sections
  sectionShape,
  sectionOnTwoPages,
  unknownCell,
  rowLimit,
  slotShape,
  slotOfSheet,
  rulePlace,
  emptyMessage,
  // categories
  incompleteCategory,
  unknownRoute,
  unknownSheet,
  overlayNamesNothing,
  summaryNamesNothing,
  duplicateId,
  unusedFile,
  // code lists
  duplicateCode,
  codeValidity,
  codeSuccessor,
  loneAttribute,
  // the programme and its cycle
  organisationTree,
  unknownKind,
  accountBinding,
  kindField,
  nobodyMay,
  timeZone,
  quotaOverLimit,
  cycleDates,
  // routes: what they name
  unknownEvent,
  unusedEvent,
  unknownDesk,
  deskFinder,
  unknownQueue,
  unknownAction,
  actionParams,
  unknownTarget,
  writeTarget,
  batchShape,
  unusedRoute,
  uncheckedAnswers,
  // routes: where they lead
  unreachableState,
  deadEndState,
  stuckDesk,
  lockedOutApplicant,
  unguardedDesk,
  shadowedTransition,
  transitionWithoutBy,
  refusedMachine,
  // sheets and rosters
  templateSyntax,
  templateRefused,
  templateField,
  unreadSetting,
  cssRefused,
  sheetOnNoCategory,
  rosterShape,
  // examples
  caseNamesNothing,
  demoNamesNothing,
  demoMisplaced,
];

/** Every check. One file each, one line here. */
export const checks = { shapes, meaning };
