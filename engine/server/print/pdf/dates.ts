/** The dates that Chromium writes into a PDF. */
const DATE = /(\/(?:CreationDate|ModDate) \()D:\d{14}\+00'00'(?=\))/g;

/**
 * A PDF of Chromium's with the date of what it prints in place of the present one, so that the same page gives the same
 * bytes. Nothing moves: a date is as long as the other.
 * @param date - in ISO 8601
 */
export function withDate(pdf: Buffer, date: string): Buffer {
  const digits = new Date(date).toISOString().replace(/\D/g, '').slice(0, 14);
  const dated = pdf.toString('latin1').replace(DATE, `$1D:${digits}+00'00'`);
  return Buffer.from(dated, 'latin1');
}
