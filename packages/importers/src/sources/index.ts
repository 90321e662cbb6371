import type { Importer } from '../importer.ts';
import { cowStates } from './cow-states/index.ts';

/** The sources that can be brought in. */
export const importers: readonly Importer[] = [cowStates];
