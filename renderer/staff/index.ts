/** The frame of every staff desk, and the menu that is the same on all of their pages. */
export { firstQueue, type QueueView, queueOf, queuePath, refOf, titleOf } from './menu.ts';
export { policyPath, seesDrafts, usePolicyMenu } from './policy-menu.ts';
export { StaffFrame } from './StaffFrame.tsx';
