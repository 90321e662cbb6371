import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../addresses/view.ts';
import { CalendarPage } from '../../../../features/exercise-calendar/calendar-page.tsx';

export const metadata: Metadata = { title: 'Exercise calendar' };

interface Props {
  readonly searchParams: Promise<SearchParameters>;
}

/** `/exercises/calendar`: exercises by the year in which they start. */
export default async function ExerciseCalendarPage({ searchParams }: Props) {
  return <CalendarPage parameters={await searchParams} />;
}
