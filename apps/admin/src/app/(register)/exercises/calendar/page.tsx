import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../addresses/view.ts';
import { CalendarPage } from '../../../../features/exercise-calendar/calendar-page.tsx';
import { texts } from '../../../../features/exercise-calendar/texts.tsx';

export const metadata: Metadata = { title: texts.heading };

interface Props {
  readonly searchParams: Promise<SearchParameters>;
}

/** `/exercises/calendar`: exercises by the year in which they start. */
export default async function ExerciseCalendarPage({ searchParams }: Props) {
  return <CalendarPage parameters={await searchParams} />;
}
