import type { Importer } from '../importer.ts';
import { cowIgo } from './cow-igo/index.ts';
import { cowStates } from './cow-states/index.ts';
import { gwStates } from './gw-states/index.ts';
import { mme } from './mme/index.ts';
import { unga } from './unga/index.ts';

/** The sources that can be brought in. */
export const importers: readonly Importer[] = [cowStates, gwStates, cowIgo, mme, unga];
