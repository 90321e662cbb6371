const dayMs = 86_400_000;
let cached = { dayNumber: Number.NaN, date: '' };

/** Returns today's date in UTC as YYYY-MM-DD. Cached until the day changes, because every request calls it. */
export function today(): string {
  const dayNumber = Math.floor(Date.now() / dayMs);
  if (dayNumber !== cached.dayNumber)
    cached = { dayNumber, date: new Date(dayNumber * dayMs).toISOString().slice(0, 10) };
  return cached.date;
}
