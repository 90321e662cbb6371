import { described } from '@chancery/codebook';
import { reasonCodes } from '@chancery/measures';
import { measureNames, measures } from './catalogue.ts';
import { networks } from './network.ts';
import { optionLists } from './options.ts';

/**
 * The fields of the register that are reckoned rather than read, with what each costs in points. The reader hands over of
 * whom, in which revision and on which day they are asked.
 */
export const measuredFields = {
  Query: { measures: 1, measureMatrix: 200, measureNetwork: 200 },
  Register: { measures: 1, measureMatrix: 200, measureNetwork: 200 },
  Dyad: { measure: 10, series: 40 },
  State: { partners: 100, centrality: 200 },
} as const;

const enumOf = (name: string, description: string, values: Readonly<Record<string, string>>) =>
  `${described(description)} enum ${name} {\n${Object.entries(values)
    .map(([value, words]) => `${described(words)} ${value}`)
    .join('\n')}\n}`;

const window = `"""The calendar year: what holds on any of its days counts.""" year: Int, """The day: what holds on it counts; votes and exercises are those of its calendar year, events all up to it. By default the day of the dyad, or today, or the day of the revision.""" on: Date`;
const measureArgument = '"""Which measure.""" measure: MeasureName!';
const optionsArgument = '"""How it is reckoned, where it is to be otherwise than usual.""" options: MeasureOptions';

const contract = `
  """Which measure."""
  measure: MeasureName!
  """The scale, or the unit in which is counted."""
  scale: String!
  """How disagreements are weighed, for measures that weigh them."""
  weights: MeasureWeights
  """How distances count, for S."""
  distance: MeasureDistance
  """Whether each state’s tie to itself counts, as the strongest of the scale; for alliances."""
  selfTies: Boolean
  """How many states were given a weight as targets, for S on alliances; empty where all count alike."""
  targetWeights: Int
  """Whose obligations count, for alliances."""
  direction: MeasureDirection
  """Whose alliances count."""
  alliances: MeasureAlliances
  """Which organizations count, for memberships."""
  organizations: MeasureOrganizations
  """The system that says which states there are."""
  system: MeasureSystem!
  """The convention by which it is reckoned."""
  convention: MeasureConvention!
  """Whether a sample may be used."""
  coverageRule: MeasureCoverageRule!
  """What the register covers of the data set, source by source; of samples where there is no complete one."""
  coverage: [MeasureCoverage!]!
  """With fewer things than this a value says little, and is marked; 0 for counts."""
  minimum: Int!
  """The version of the rules by which it is computed."""
  readingVersion: Int!
  """The revision of the register from which it is computed."""
  revision: Int!
  """Where it was defined."""
  reference: MeasureReference!`;
const when = `
  """The calendar year, or that of the day."""
  year: Int!
  """The day; empty where a year was asked for."""
  on: Date`;
const compared = `
  """The number; empty where there is none, for the reason given. Outside the data there is no number, never 0."""
  value: Float
  """Why there is no number, in a sentence."""
  reason: String
  """Why there is no number, as a code."""
  reasonCode: MeasureReasonCode
  """How many things were compared or counted."""
  n: Int!
  """Whether the number rests on fewer things than the measure’s minimum: it is no headline then."""
  belowMinimum: Boolean!
  """Whether the number rests on a complete data set or on a sample; empty where there is none."""
  completeness: Completeness
  """How many more there may be, whose dates are not known; empty for measures that have no such things."""
  unknown: Int`;
const networkArguments = `"""Which network.""" network: MeasureNetworkName!, ${window}, """Which states there are.""" system: MeasureSystem = COW, """Whose alliances.""" alliances: MeasureAlliances = COW, """Which organizations.""" organizations: MeasureOrganizations = COW_IGO, """Whether a sample may be used where there is no complete data set.""" coverage: MeasureCoverageRule = COMPLETE, """Who belongs to an organization; for memberships.""" convention: MeasureConvention`;
const networkContract = `
  """Which network."""
  network: MeasureNetworkName!
  """What a tie is."""
  scale: String!
  """Why there is no network, in a sentence."""
  reason: String
  """Why there is no network, as a code."""
  reasonCode: MeasureReasonCode
  """How many states it has."""
  n: Int!
  """How many ties it has."""
  ties: Int!
  """The share of possible ties that there are."""
  density: Float
  """The system that says which states there are."""
  system: MeasureSystem!
  """The convention by which ties are counted."""
  convention: MeasureConvention!
  """Whether a sample may be used."""
  coverageRule: MeasureCoverageRule!
  """What the register covers of the data set, source by source."""
  coverage: [MeasureCoverage!]!
  """The version of the rules by which it is computed."""
  readingVersion: Int!
  """The revision of the register from which it is computed."""
  revision: Int!${when}
  """Where its measures were defined."""
  reference: MeasureReference!`;
const centrality = `
  """Its ties, as a share of all others; empty where it is not in the network."""
  degree: Float
  """The weights of its ties, added up."""
  strength: Float
  """The shortest paths between others that lead through it, as a share of all."""
  betweenness: Float
  """All others by the sum of its distances to them; empty where it cannot reach all."""
  closeness: Float
  """The mean of its inverse distances to all others, 0 for whom it cannot reach."""
  harmonic: Float
  """Its share in the first eigenvector of the ties, whose squares add up to 1."""
  eigenvector: Float`;
const roots = `
  """The measures that can be asked for."""
  measures: [MeasureDescription!]!
  """One measure of every two states of the system at once. Costs 200 points. For many years at once there is GET /measures."""
  measureMatrix(${measureArgument}, ${window}, ${optionsArgument}): MeasureMatrix!
  """A network of all states of the system, and how central each is. Costs 200 points."""
  measureNetwork(${networkArguments}): MeasureNetwork!`;

/** The part of both doors’ schemas that is reckoned. */
export const measuresSdl = `
${enumOf('MeasureName', 'A measure of two states.', Object.fromEntries(measureNames.map((name) => [name, measures[name].description])))}
${enumOf('MeasureConvention', 'A convention by which measures are reckoned.', optionLists.convention)}
${enumOf('MeasureWeights', 'How disagreements are weighed.', optionLists.weights)}
${enumOf('MeasureDistance', 'How distances count.', optionLists.distance)}
${enumOf('MeasureAllianceScale', 'The scale of alliances.', optionLists.scale)}
${enumOf('MeasureAlliances', 'Whose alliances.', optionLists.alliances)}
${enumOf('MeasureDirection', 'Whose obligations.', optionLists.direction)}
${enumOf('MeasureOrganizations', 'Which organizations.', optionLists.organizations)}
${enumOf('MeasureReasonCode', 'Why there is no number. The list may grow.', reasonCodes)}
${enumOf('MeasureCoverageRule', 'Whether a statistic may be computed on a sample.', optionLists.coverage)}
${enumOf('MeasureSystem', 'A list of the states that there are.', optionLists.system)}
${enumOf('MeasureNetworkName', 'A network of states, by what ties two of them together.', networks)}
"""How a measure is reckoned. What is left out is as usual; an option that says nothing of the measure is refused."""
input MeasureOptions {
  """The convention; by default STANDARD, and for memberships FULL."""
  convention: MeasureConvention
  """For kappa and pi: how disagreements are weighed; by default QUADRATIC."""
  weights: MeasureWeights
  """For S: how distances count; by default ABSOLUTE."""
  distance: MeasureDistance
  """For alliances: the scale; by default BINARY."""
  scale: MeasureAllianceScale
  """For alliances: whose; by default COW."""
  alliances: MeasureAlliances
  """For alliances: whose obligations count; by default those OWED."""
  direction: MeasureDirection
  """For alliances: whether the ties of the two to themselves count; by default they do."""
  selfTies: Boolean
  """For S on alliances: what each state counts for as a target, such as its capabilities. One that is given no weight is left out; by default all count alike."""
  targetWeights: [MeasureTargetWeight!]
  """For memberships: which organizations count; by default COW_IGO."""
  organizations: MeasureOrganizations
  """Whether a sample may be used where there is no complete data set; by default COMPLETE: it may not."""
  coverage: MeasureCoverageRule
  """Which states there are; by default COW."""
  system: MeasureSystem
}
"""What a state counts for as a target."""
input MeasureTargetWeight {
  """Its number in the system."""
  code: String!
  """Its weight, 0 or more."""
  weight: Float!
}
"""What one source covers of the data set of a statistic."""
type MeasureCoverage {
  """The short name of the data set; empty where the source belongs to none."""
  dataSet: String
  """The source."""
  source: MeasureSource!
  """The states, organizations or other records that it covers."""
  population: String!
  """Whether every such fact is there."""
  completeness: Completeness!
  """The first year; empty where it is not known."""
  from: Int
  """The last year; empty where it is not known."""
  to: Int
  """Times in between that it does not cover, in EDTF."""
  gaps: String
  """Whether what it says may not be shown to the public."""
  isWithheld: Boolean!
}
"""A source of a statistic."""
type MeasureSource {
  """Its id."""
  id: ID!
  """What it is called."""
  label: String!
}
"""A work in which a measure was defined."""
type MeasureReference {
  """How it is cited."""
  text: String!
  """Its digital object identifier."""
  doi: String
}
"""A measure that can be asked for."""
type MeasureDescription {
  """Its name."""
  name: MeasureName!
  """What it is."""
  description: String!
  """Where it was defined."""
  reference: MeasureReference!
}
"""A measure of two states, with what one needs to check it."""
type MeasuredValue {${compared}${contract}${when}
}
"""A measure of two states in one year."""
type MeasurePoint {
  """The year."""
  year: Int!${compared}
}
"""A measure of two states, year by year."""
type MeasureSeries {${contract}
  """The first year."""
  from: Int!
  """The last year."""
  to: Int!
  """The years in their order, those without a number among them."""
  points: [MeasurePoint!]!
}
"""A state of a system."""
type MeasureState {
  """Its id."""
  id: ID!
  """Its number in the system."""
  code: String!
  """What the register calls it."""
  name: String!
}
"""Another state, and what a measure says of the two."""
type MeasurePartner {
  """The other."""
  state: MeasureState!${compared}
}
"""The other states of the system by a measure, highest first."""
type MeasurePartners {${contract}${when}
  """Why there are none, in a sentence."""
  reason: String
  """Why there are none, as a code."""
  reasonCode: MeasureReasonCode
  """With how many others there is a number."""
  n: Int!
  """The others, those with a number alone."""
  partners: [MeasurePartner!]!
}
"""One measure of all states with each other."""
type MeasureMatrix {${contract}${when}
  """The states of the system, in the order of rows and columns."""
  states: [MeasureState!]!
  """How many dyads have a number."""
  n: Int!
  """Why there is no number, with how many dyads lack one for that reason."""
  reasons: [MeasureReason!]!
  """Of each state in turn the number with each, empty where there is none and with itself."""
  values: [[Float]!]!
  """Of each state in turn how many things were compared with each."""
  compared: [[Int]!]!
}
"""Why dyads have no number."""
type MeasureReason {
  """The reason, in a sentence."""
  reason: String!
  """The reason, as a code."""
  reasonCode: MeasureReasonCode!
  """How many dyads."""
  dyads: Int!
}
"""How central a state is in a network."""
type MeasureCentrality {${centrality}${networkContract}
}
"""A state in a network."""
type MeasureNode {
  """The state."""
  state: MeasureState!${centrality}
}
"""A network of the states of a system."""
type MeasureNetwork {${networkContract}
  """The states, with how central each is."""
  nodes: [MeasureNode!]!
}
extend type Dyad {
  """A measure of the two. Costs 10 points."""
  measure(${measureArgument}, ${window}, ${optionsArgument}): MeasuredValue!
  """A measure of the two in each year from one to another. Costs 40 points."""
  series(${measureArgument}, """The first year.""" from: Int!, """The last year, at most 300 in all.""" to: Int!, ${optionsArgument}): MeasureSeries!
}
extend type State {
  """The other states of the system by a measure, highest first. Costs 100 points."""
  partners(${measureArgument}, ${window}, ${optionsArgument}, """How many, from 1 to 300.""" first: Int = 10, """Whether the lowest come first.""" lowest: Boolean = false): MeasurePartners!
  """How central it is in a network. Costs 200 points."""
  centrality(${networkArguments}): MeasureCentrality!
}
extend type Query {${roots}
}
extend type Register {${roots}
}`;
