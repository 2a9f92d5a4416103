/** An account that the seed made, with the password that it was given; shown once, stored nowhere but hashed. */
export type SeededAccount = { username: string; password: string; role: string; organisation: string };
