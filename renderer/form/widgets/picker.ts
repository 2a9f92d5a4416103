/** What is picked: a day, a month, a time of day, a day with its time. */
export type Picker = 'date' | 'month' | 'time' | 'dateTime';
