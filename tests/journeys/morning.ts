import { register } from '#server/services/accounts/index.ts';
import { PASSWORD, type Stage } from './stage.ts';

/**
 * Registers so many people like one of the demonstration, who all wait for approval. Each is told apart by a card
 * number. One password is hashed for all of them: a thousand hashings would take minutes and prove nothing here.
 */
export async function fillMorning(stage: Stage, like: string, count: number): Promise<void> {
  const one = stage.demo.people.find(({ id }) => id === like);
  if (!one) throw new Error(`the demonstration has no person "${like}"`);
  const { services } = stage.server;
  const hashed = await services.hasher.hash(PASSWORD);
  const hasher = { ...services.hasher, hash: async () => hashed };
  for (let at = 0; at < count; at += 1) {
    const changes = { cardNumber: `MO${100_000 + at}`, name: `Test Gardener ${at}` };
    const body = await stage.registration(`morning-${at}`, one, changes);
    await register(
      { ...services, hasher },
      { ...(body as Parameters<typeof register>[1]), address: `10.0.${at >> 5}.1` },
    );
  }
}
