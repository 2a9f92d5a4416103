import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '#server/config.ts';

const CHILD = fileURLToPath(new URL('./serve-child.ts', import.meta.url));

/** A server that can be killed at any moment and is started again on what it left. */
export class Mortal {
  readonly #config: Config;
  #child: ChildProcess | undefined;
  #now: Date;

  constructor(config: Config, now: Date) {
    this.#config = config;
    this.#now = now;
  }

  get now(): Date {
    return this.#now;
  }

  async start(): Promise<void> {
    const words = [JSON.stringify(this.#config), this.#now.toISOString()];
    this.#child = fork(CHILD, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await once(this.#child, 'message');
  }

  /** Codes of a second factor serve once in half a minute, and leases end. */
  async later(minutes = 1): Promise<void> {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
    if (!this.#child) return;
    this.#child.send(this.#now.toISOString());
    await once(this.#child, 'message');
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /**
   * Sends something, kills the server while it is under way, so many milliseconds at most after it has begun, and starts
   * it again. Gives the status that was answered before; null where nobody answered.
   */
  async killedDuring(
    act: () => Promise<{ status: number }>,
    within: number,
    begun: Promise<unknown> = Promise.resolve(),
  ): Promise<number | null> {
    const answer = act().then(
      ({ status }) => status,
      () => null,
    );
    const middle = begun.then(() => setTimeout(Math.random() * within));
    await Promise.race([answer, middle]);
    await this.kill();
    const status = await answer;
    await this.start();
    return status;
  }
}
