import type { Importer } from '../importer.ts';
import { atop } from './atop/index.ts';
import { countryCodes } from './country-codes/index.ts';
import { countrycode } from './countrycode/index.ts';
import { cowAlliances } from './cow-alliances/index.ts';
import { cowAlliancesByDyad } from './cow-alliances-by-dyad/index.ts';
import { cowIgo } from './cow-igo/index.ts';
import { cowStates } from './cow-states/index.ts';
import { gwStates } from './gw-states/index.ts';
import { mme } from './mme/index.ts';
import { tssRivalries } from './tss-rivalries/index.ts';
import { unga } from './unga/index.ts';

/** The importers of all published data sets. Sources whose codes or records others refer to come first. */
export const importers: readonly Importer[] = [
  cowStates,
  gwStates,
  countrycode,
  countryCodes,
  cowIgo,
  cowAlliances,
  cowAlliancesByDyad,
  atop,
  mme,
  tssRivalries,
  unga,
];
