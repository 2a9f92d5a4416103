/** The dates that Chromium writes into a PDF. */
const DATE = /(\/(?:CreationDate|ModDate) \()D:\d{14}\+00'00'(?=\))/g;
/** The ids by which cells name their heads: nodes of the page, counted from the start of the browser on. */
const ID = /(?<=\(node)\d{8}(?=\))/g;

/**
 * A PDF of Chromium's as it comes out whenever it is printed: the same page gives the same bytes. The date is that of what
 * it prints, and its ids are counted from one. Nothing moves: a date and an id are as long as the others.
 * @param date - in ISO 8601
 */
export function repeatable(pdf: Buffer, date: string): Buffer {
  const digits = new Date(date).toISOString().replace(/\D/g, '').slice(0, 14);
  const dated = pdf.toString('latin1').replace(DATE, `$1D:${digits}+00'00'`);
  return Buffer.from(counted(dated), 'latin1');
}

/** Their order stays, since a tree of ids is sorted. */
function counted(text: string): string {
  const ids = [...new Set(text.match(ID))].sort();
  const own = new Map(ids.map((id, index) => [id, `${index + 1}`.padStart(8, '0')]));
  return text.replace(ID, (id) => own.get(id) ?? id);
}
