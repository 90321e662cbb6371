import type { MeasuredShape } from './measured-shape.ts';
import { yearOfKappa } from './year-of-kappa.ts';
import { yearsOfADyad } from './years-of-a-dyad.ts';

/** The measures whose computation is timed and compared with SQL. */
export const measuredShapes: readonly MeasuredShape[] = [yearOfKappa, yearsOfADyad];
