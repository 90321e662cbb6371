import type { DisplayProps } from './display.ts';

const degrees = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** Shows a geographic point in degrees. */
export function PointDisplay({ value: { latitude, longitude } }: DisplayProps<'point'>) {
  const north = `${degrees.format(Math.abs(latitude))}° ${latitude < 0 ? 'S' : 'N'}`;
  const east = `${degrees.format(Math.abs(longitude))}° ${longitude < 0 ? 'W' : 'E'}`;
  return (
    <>
      {north}, {east}
    </>
  );
}
