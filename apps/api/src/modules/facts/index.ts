import { history } from './history.ts';
import { inboundLinks } from './inbound-links.ts';
import { labels } from './labels.ts';
import { retiredFact } from './retired-fact.ts';
import { standingFacts } from './standing-facts.ts';

/**
 * The modules that read facts: their values in the form of operations, inbound links, labels, history and retired
 * facts.
 */
export const factModules = [standingFacts, inboundLinks, retiredFact, labels, history] as const;
