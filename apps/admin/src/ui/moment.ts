const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** Formats a day or moment as a day in UTC: `2 September 2019`. */
export function dayWords(moment: string): string {
  return day.format(new Date(moment));
}

/** Formats a moment in UTC: `2 September 2019, 14:05 UTC`. */
export function momentWords(moment: string): string {
  return `${dayWords(moment)}, ${minute.format(new Date(moment))} UTC`;
}
