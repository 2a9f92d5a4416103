import type { Check } from '../../context.ts';
import { actionParams } from './action-params.ts';
import { batchShape } from './batch-shape.ts';
import { conditionalAction } from './conditional-action.ts';
import { deadEndState } from './dead-end-state.ts';
import { deskFinder } from './desk-finder.ts';
import { lockedOutApplicant } from './locked-out-applicant.ts';
import { refusedMachine } from './refused-machine.ts';
import { shadowedTransition } from './shadowed-transition.ts';
import { stuckDesk } from './stuck-desk.ts';
import { transitionWithoutBy } from './transition-without-by.ts';
import { twoGuards } from './two-guards.ts';
import { uncheckedAnswers } from './unchecked-answers.ts';
import { unguardedDesk } from './unguarded-desk.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownDesk } from './unknown-desk.ts';
import { unknownEvent } from './unknown-event.ts';
import { unknownQueue } from './unknown-queue.ts';
import { unknownTarget } from './unknown-target.ts';
import { unreachableState } from './unreachable-state.ts';
import { unusedEvent } from './unused-event.ts';
import { unusedRoute } from './unused-route.ts';
import { writeTarget } from './write-target.ts';

/** Routes: what they name, and where they lead. One check a file, one line here. */
export const routes: Check[] = [
  unknownEvent,
  unusedEvent,
  unknownDesk,
  deskFinder,
  unknownQueue,
  unknownAction,
  actionParams,
  conditionalAction,
  unknownTarget,
  writeTarget,
  batchShape,
  unusedRoute,
  uncheckedAnswers,
  unreachableState,
  deadEndState,
  stuckDesk,
  lockedOutApplicant,
  unguardedDesk,
  shadowedTransition,
  twoGuards,
  transitionWithoutBy,
  refusedMachine,
];
