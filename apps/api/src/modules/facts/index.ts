import { history } from './history.ts';
import { inboundLinks } from './inbound-links.ts';
import { labels } from './labels.ts';
import { retiredFact } from './retired-fact.ts';
import { standingFacts } from './standing-facts.ts';

/** The modules on facts for editors: their values in the form of operations, the facts that link to them, their history. */
export const factModules = [standingFacts, inboundLinks, retiredFact, labels, history] as const;
