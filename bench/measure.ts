/** Two times in microseconds: what the engine takes, and what the bare library takes for its part. */
export type Measured = { ours: number; peer: number };

/** Calls before measuring begins: the JIT goes on compiling for so long, and more slowly on a busy machine. */
const warmUp = 12_000;
/** Turns of each, and the calls of one turn. */
const turns = 400;
const callsOfTurn = 8;
/** Microseconds that one reading of the clock spans at least. */
const least = 20;

/**
 * The time of one call of each where nothing interrupts it: whatever else the machine does only makes calls slower. They
 * take turns, and each call is timed by itself, so that both fit equally well between two interruptions: rounds of
 * several calls are the longer for the slower of the two, and on a busy machine none of them is left whole. Each turn
 * begins with calls that are not counted, because the other one has had the caches.
 */
export function measure(ours: () => unknown, peer: () => unknown): Measured {
  for (let call = 0; call < warmUp; call += 1) [ours(), peer()];
  const times: number[] = [];
  const peerTimes: number[] = [];
  const [calls, callsOfPeer] = [callsAtOnce(ours), callsAtOnce(peer)];
  for (let turn = 0; turn < turns; turn += 1) {
    takeTurn(ours, calls, times);
    takeTurn(peer, callsOfPeer, peerTimes);
  }
  return { ours: good(times), peer: good(peerTimes) };
}

/** How many calls one reading of the clock spans: one, but of very short ones more. */
function callsAtOnce(call: () => unknown): number {
  const times: number[] = [];
  takeTurn(call, 1, times);
  return Math.max(1, Math.ceil(least / Math.max(Math.min(...times), 0.1)));
}

function takeTurn(call: () => unknown, calls: number, times: number[]): void {
  timeOf(call, calls);
  timeOf(call, calls);
  for (let index = 0; index < callsOfTurn; index += 1) times.push(timeOf(call, calls));
}

function timeOf(call: () => unknown, calls: number): number {
  const start = performance.now();
  for (let index = 0; index < calls; index += 1) call();
  return ((performance.now() - start) * 1000) / calls;
}

/** The tenth part of the calls was faster. */
function good(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 10)] ?? Number.NaN;
}
