/** A share in whole percent, upwards: more than a hundred is what does not fit, and nothing else. */
export const percentOf = (share: number): number => Math.ceil(share * 100);
