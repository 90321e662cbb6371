import type { Rule } from '../rule.ts';
import { citationIsThere } from './citation-is-there.ts';
import { confirmedNeedsTwoGroups } from './confirmed-needs-two-groups.ts';
import { datesInOrder } from './dates-in-order.ts';
import { factIsThere } from './fact-is-there.ts';
import { hedgeKept } from './hedge-kept.ts';
import { knownValues } from './known-values.ts';
import { linksExist } from './links-exist.ts';
import { needsCitation } from './needs-citation.ts';
import { noDuplicateCode } from './no-duplicate-code.ts';
import { outsideLifespan } from './outside-lifespan.ts';
import { requiredFields } from './required-fields.ts';
import { restoredAsItWas } from './restored-as-it-was.ts';
import { rivalKept } from './rival-kept.ts';

/** The editorial rules that every changeset is checked against, in the order in which their problems are listed. */
export const rules: readonly Rule[] = [
  factIsThere,
  citationIsThere,
  restoredAsItWas,
  knownValues,
  requiredFields,
  linksExist,
  datesInOrder,
  noDuplicateCode,
  needsCitation,
  confirmedNeedsTwoGroups,
  hedgeKept,
  rivalKept,
  outsideLifespan,
];
