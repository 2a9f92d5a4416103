/** Two times in microseconds: what the engine takes, and what the bare library takes for its part. */
export type Measured = { ours: number; peer: number };

const warmUp = 700;
const rounds = 21;
const roundTime = 10;

/**
 * The median time of one call of each, in rounds that alternate: whatever else the machine does hits both. Warmed up in
 * the same way, until the compiler has settled on both.
 */
export function measure(ours: () => unknown, peer: () => unknown): Measured {
  const [perRound, perPeerRound] = [callsIn(ours, warmUp), callsIn(peer, warmUp)];
  const times: number[] = [];
  const peerTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(timeOf(ours, perRound));
    peerTimes.push(timeOf(peer, perPeerRound));
  }
  return { ours: median(times), peer: median(peerTimes) };
}

/** Calls for so many milliseconds; gives how many calls fill a round. */
function callsIn(call: () => unknown, milliseconds: number): number {
  const until = performance.now() + milliseconds;
  let calls = 0;
  while (performance.now() < until) {
    call();
    calls += 1;
  }
  return Math.max(1, Math.ceil((calls * roundTime) / milliseconds));
}

function timeOf(call: () => unknown, calls: number): number {
  const start = performance.now();
  for (let index = 0; index < calls; index += 1) call();
  return ((performance.now() - start) * 1000) / calls;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
