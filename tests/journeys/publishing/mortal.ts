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
  /** Milliseconds that the last start took. */
  #started = 0;

  constructor(config: Config, now: Date) {
    this.#config = config;
    this.#now = now;
  }

  get now(): Date {
    return this.#now;
  }

  async start(): Promise<void> {
    const begun = performance.now();
    await once(this.#fork(), 'message');
    this.#started = performance.now() - begun;
  }

  #fork(): ChildProcess {
    const words = [JSON.stringify(this.#config), this.#now.toISOString()];
    const child = fork(CHILD, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#child = child;
    return child;
  }

  /** Starts it, kills it on the way, and starts it to the end. */
  async killedWhileStarting(): Promise<void> {
    this.#fork();
    await setTimeout(Math.random() * this.#started);
    await this.kill();
    await this.start();
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
