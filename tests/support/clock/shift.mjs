/**
 * Runs a process, and every process that it starts, at another time: `node --import …/shift.mjs`, with the moment at
 * which it begins in CLOCK_AT. The clock goes on from there; timers are not touched. Also runs in a page, which is
 * given its own `CLOCK_AHEAD`.
 */
const ahead = globalThis.CLOCK_AHEAD ?? aheadOf(process.env);

/** By how many milliseconds: the same for all processes of one run. */
function aheadOf(env) {
  const at = Date.parse(env.CLOCK_AT ?? '');
  if (Number.isNaN(at)) throw new Error(`CLOCK_AT is no moment: <${env.CLOCK_AT}>`);
  env.CLOCK_STARTED ??= String(Date.now());
  return at - Number(env.CLOCK_STARTED);
}

const Real = globalThis.Date;

class ShiftedDate extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...given);
  }

  static now() {
    return Real.now() + ahead;
  }
}

// `Date()` without `new` gives a text, which a class cannot; and it goes by its old name.
Object.defineProperty(ShiftedDate, 'name', { value: 'Date' });
globalThis.Date = new Proxy(ShiftedDate, { apply: () => new ShiftedDate().toString() });
