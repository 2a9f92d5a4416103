/** The median time of one call in microseconds: warmed up, then rounds of at least a few milliseconds each. */
export function microseconds(call: () => unknown, rounds = 15): number {
  const until = performance.now() + 150;
  let calls = 0;
  while (performance.now() < until) {
    call();
    calls += 1;
  }
  const perRound = Math.max(1, Math.ceil(calls / 20));
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let index = 0; index < perRound; index += 1) call();
    return ((performance.now() - start) * 1000) / perRound;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** One line: what, how long, and against what. */
export function line(title: string, measured: number, bare: number): string {
  const ratio = (measured / bare).toFixed(2);
  return `${title.padEnd(44)} ${measured.toFixed(1).padStart(9)} us   bare ${bare.toFixed(1).padStart(9)} us   ratio ${ratio}`;
}
