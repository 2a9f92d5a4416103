import { type CaseRecord, gates, type Tx } from '#server/store/index.ts';

/**
 * What changes a case that desks have seen meets here whoever decides by counting the cases of the same organisation:
 * one of the two waits for the other, or runs again.
 */
export async function passGate(tx: Tx, { subject, unitId, cycle }: CaseRecord): Promise<void> {
  if (subject === 'application' && unitId !== null) await gates.pass(tx, unitId, cycle);
}
