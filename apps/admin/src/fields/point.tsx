import type { DisplayProps } from './display.ts';
import { texts } from './texts.ts';

const degrees = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** Shows a geographic point in degrees, with up to four decimals: `35.7° N, 51.4° E`. */
export function PointDisplay({ value: { latitude, longitude } }: DisplayProps<'point'>) {
  return <>{texts.point.display(latitude, longitude, (value) => degrees.format(value))}</>;
}
