import type { Check } from '../../context.ts';
import { batchOrder } from './batch-order.ts';
import { batchShape } from './batch-shape.ts';
import { deskFinder } from './desk-finder.ts';
import { deskWithoutQueue } from './desk-without-queue.ts';
import { hiddenAnswer } from './hidden-answer.ts';
import { lockedOutApplicant } from './locked-out-applicant.ts';
import { uncheckedAnswers } from './unchecked-answers.ts';
import { unguardedDesk } from './unguarded-desk.ts';
import { unknownDesk } from './unknown-desk.ts';
import { unknownEvent } from './unknown-event.ts';
import { unknownQueue } from './unknown-queue.ts';
import { unofferedEvent } from './unoffered-event.ts';
import { unusedEvent } from './unused-event.ts';
import { unusedRoute } from './unused-route.ts';

/** Routes: the desks, events and queues that they name, and who can do what. One check a file, one line here. */
export const routes: Check[] = [
  unknownEvent,
  unusedEvent,
  unknownDesk,
  deskFinder,
  unknownQueue,
  batchShape,
  batchOrder,
  unusedRoute,
  uncheckedAnswers,
  lockedOutApplicant,
  unguardedDesk,
  deskWithoutQueue,
  unofferedEvent,
  hiddenAnswer,
];
