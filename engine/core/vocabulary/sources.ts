/** What the `source` of a part says that nobody has confirmed yet, in whatever language the programme is written. */
export const UNCONFIRMED = 'to be confirmed';
