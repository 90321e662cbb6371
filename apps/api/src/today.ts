const day = 86_400_000;
let known = { number: Number.NaN, date: '' };

/** Today's date in UTC, YYYY-MM-DD; written anew only when a day begins, for every request asks. */
export function today(): string {
  const number = Math.floor(Date.now() / day);
  if (number !== known.number) known = { number, date: new Date(number * day).toISOString().slice(0, 10) };
  return known.date;
}
