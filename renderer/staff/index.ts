/** The frame of every staff desk: the menu of their queues, or of policy staff. */
export { firstQueue, groupsOf, type QueueView, queueOf, queuePath, refOf, titleOf } from './menu.ts';
export { policyPath, seesDrafts, usePolicyMenu } from './policy-menu.ts';
export { StaffFrame } from './StaffFrame.tsx';
