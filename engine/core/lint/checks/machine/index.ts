import type { Check } from '../../context.ts';
import { actionParams } from './action-params.ts';
import { conditionalAction } from './conditional-action.ts';
import { deadEndState } from './dead-end-state.ts';
import { refusedMachine } from './refused-machine.ts';
import { shadowedTransition } from './shadowed-transition.ts';
import { stuckDesk } from './stuck-desk.ts';
import { timeLimit } from './time-limit.ts';
import { transitionWithoutBy } from './transition-without-by.ts';
import { twoGuards } from './two-guards.ts';
import { unattendedStart } from './unattended-start.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownTarget } from './unknown-target.ts';
import { unmatchedChoice } from './unmatched-choice.ts';
import { unreachableState } from './unreachable-state.ts';
import { writeTarget } from './write-target.ts';

/** The machine of a route: where its transitions lead, and what they carry out. One check a file, one line here. */
export const machine: Check[] = [
  unknownAction,
  actionParams,
  conditionalAction,
  unknownTarget,
  writeTarget,
  unattendedStart,
  unreachableState,
  deadEndState,
  stuckDesk,
  shadowedTransition,
  unmatchedChoice,
  twoGuards,
  transitionWithoutBy,
  timeLimit,
  refusedMachine,
];
