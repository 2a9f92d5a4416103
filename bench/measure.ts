/** Two times in microseconds: what the engine takes, and what the bare library takes for its part. */
export type Measured = { ours: number; peer: number };

/**
 * Milliseconds and calls before measuring begins; both must have passed, because the JIT compiles late on a busy
 * machine.
 */
const warmUp = { milliseconds: 700, calls: 5_000 };
const rounds = 151;
/** Milliseconds of a round: shorter than a slice of the scheduler, so that most rounds run without an interruption. */
const roundTime = 1;

/**
 * The time of one call of each in a good round: whatever else the machine does only makes rounds slower. Rounds
 * alternate, and both are warmed up in the same way, until the JIT has compiled both. Both are called as often in a
 * round, so that neither goes through its data more often than the other.
 */
export function measure(ours: () => unknown, peer: () => unknown): Measured {
  const calls = Math.min(callsIn(ours), callsIn(peer));
  const times: number[] = [];
  const peerTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(timeOf(ours, calls));
    peerTimes.push(timeOf(peer, calls));
  }
  return { ours: good(times), peer: good(peerTimes) };
}

/** Warms up; gives how many calls fill a round, as fast as the last ones were. */
function callsIn(call: () => unknown): number {
  const until = performance.now() + warmUp.milliseconds;
  let fastest = Number.POSITIVE_INFINITY;
  for (let calls = 0; calls < warmUp.calls || performance.now() < until; calls += 1) {
    const start = performance.now();
    call();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return Math.max(1, Math.ceil(roundTime / Math.max(fastest, 0.001)));
}

function timeOf(call: () => unknown, calls: number): number {
  const start = performance.now();
  for (let index = 0; index < calls; index += 1) call();
  return ((performance.now() - start) * 1000) / calls;
}

/** The tenth part of the rounds was faster. */
function good(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 10)] ?? Number.NaN;
}
