/** A thread that behaves as its task says. */
const behaviours: Record<string, () => unknown> = {
  answer: () => 'answered',
  environment: () => Object.keys(process.env).length,
  hang: () => {
    for (;;);
  },
  hoard: () => {
    const hoard: number[][] = [];
    for (;;) hoard.push(new Array(100_000).fill(1));
  },
  exit: () => process.exit(3),
  'die later': () => {
    setTimeout(() => {
      throw new Error('Died while nobody asked.');
    }, 10);
    return 'answered';
  },
};

export default (task: string): unknown => behaviours[task]?.();
