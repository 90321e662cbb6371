import { descriptionSdl } from '@chancery/codebook';
import { reasonCodes } from '@chancery/measures';
import { limits } from '../limits/limits.ts';
import { measureNames, measures } from './catalogue.ts';
import { networks } from './network.ts';
import { optionLists } from './options.ts';
import { networkPoints, partnersPoints, points, seriesPoints } from './prices.ts';

const listOf = (prices: Readonly<Record<string, number>>) =>
  Object.entries(prices)
    .map(([name, price]) => `${price} for ${name}`)
    .join(', ');
const networkCost = `${listOf(networkPoints)}.`;
const seriesCost = `${listOf(seriesPoints)}.`;
const partnersCost = `${listOf(partnersPoints)}.`;

const enumOf = (name: string, description: string, values: Readonly<Record<string, string>>) =>
  `${descriptionSdl(description)} enum ${name} {\n${Object.entries(values)
    .map(([value, meaning]) => `${descriptionSdl(meaning)} ${value}`)
    .join('\n')}\n}`;

const window = `"""A calendar year: facts that hold on any of its days count.""" year: Int, """A day: facts that hold on it count. For votes and exercises the calendar year of the day counts, for events all days up to it. Default: the day of the dyad; elsewhere today or, at a past revision, the day of that revision.""" on: Date`;
const measureArgument = '"""The measure.""" measure: MeasureName!';
const optionsArgument = '"""Options that differ from the defaults.""" options: MeasureOptions';

const contract = `
  """The measure."""
  measure: MeasureName!
  """The scale of the values, or the unit of a count."""
  scale: String!
  """The weights of disagreements; null for measures without weights."""
  weights: MeasureWeights
  """The distance function of S; null for other measures."""
  distance: MeasureDistance
  """For alliances: whether the two states also count as targets. Each state has the highest value of the scale toward itself."""
  selfTies: Boolean
  """For S on alliances: the number of states with a weight as a target; null when all have equal weight."""
  targetWeights: Int
  """For alliances: whose obligations count."""
  direction: MeasureDirection
  """For alliances: the data set of the alliances."""
  alliances: MeasureAlliances
  """For memberships: which organizations count."""
  organizations: MeasureOrganizations
  """The list that defines the states of the system."""
  system: MeasureSystem!
  """The convention of the computation."""
  convention: MeasureConvention!
  """Whether a sample may be used."""
  coverageRule: MeasureCoverageRule!
  """What the register covers of the data set, by source. If no source is complete, the samples are listed."""
  coverage: [MeasureCoverage!]!
  """The minimum number of observations: a value that rests on fewer is marked as below the minimum. 0 if there is no minimum."""
  minimum: Int!
  """The version of the rules by which spells are read."""
  readingVersion: Int!
  """The revision of the register from which it is computed."""
  revision: Int!
  """The publication that defines the measure."""
  reference: MeasureReference!`;
const when = `
  """The calendar year, or the year of the day."""
  year: Int!
  """The day; null when a year was requested."""
  on: Date`;
const compared = `
  """The value; null when there is none, and then reason says why. Missing data gives null, never 0."""
  value: Float
  """Why there is no value, in a sentence; null if there is one."""
  reason: String
  """Why there is no value, as a code; null if there is one."""
  reasonCode: MeasureReasonCode
  """The number of observations that were compared or counted."""
  n: Int!
  """Whether the value rests on fewer observations than the measure’s minimum. Do not report such a value without saying so."""
  belowMinimum: Boolean!
  """Whether the value rests on a complete data set or on a sample; null when there is no value."""
  completeness: Completeness
  """The number of further observations whose dates are unknown; null unless memberships were compared."""
  unknown: Int`;
const networkArguments = `"""The network.""" network: MeasureNetworkName!, ${window}, """The list that defines the states.""" system: MeasureSystem = COW, """For alliances: the data set.""" alliances: MeasureAlliances = COW, """For memberships: which organizations count.""" organizations: MeasureOrganizations = COW_IGO, """Whether a sample may be used if there is no complete data set.""" coverage: MeasureCoverageRule = COMPLETE, """For memberships: which members count.""" convention: MeasureConvention`;
const networkContract = `
  """The network."""
  network: MeasureNetworkName!
  """What a tie means."""
  scale: String!
  """Why there is no network or centrality, in a sentence; null if there is one."""
  reason: String
  """Why there is no network or centrality, as a code; null if there is one."""
  reasonCode: MeasureReasonCode
  """The number of states."""
  n: Int!
  """The number of ties."""
  ties: Int!
  """The number of ties as a share of all possible ties."""
  density: Float
  """The list that defines the states of the system."""
  system: MeasureSystem!
  """The convention by which ties are counted."""
  convention: MeasureConvention!
  """Whether a sample may be used."""
  coverageRule: MeasureCoverageRule!
  """What the register covers of the data set, by source."""
  coverage: [MeasureCoverage!]!
  """The version of the rules by which spells are read."""
  readingVersion: Int!
  """The revision of the register from which it is computed."""
  revision: Int!${when}
  """The publication that defines the measures of centrality."""
  reference: MeasureReference!`;
const centrality = `
  """Degree centrality: the number of its ties as a share of all other states; null if it is not in the network."""
  degree: Float
  """Strength: the sum of the weights of its ties."""
  strength: Float
  """Betweenness centrality: the share of shortest paths between other states that pass through it."""
  betweenness: Float
  """Closeness centrality: the number of other states divided by the sum of its distances to them; null if it cannot reach all."""
  closeness: Float
  """Harmonic centrality: the mean of its inverse distances to all other states; 0 for states that it cannot reach."""
  harmonic: Float
  """Eigenvector centrality: its value in the first eigenvector, normalized so that the squares sum to 1."""
  eigenvector: Float`;
const rootsSdl = `
  """The available measures."""
  measures: [MeasureDescription!]!
  """A measure for all dyads of the system. Costs ${points.matrix} points. For many years use GET /measures."""
  measureMatrix(${measureArgument}, ${window}, ${optionsArgument}): MeasureMatrix!
  """A network of all states of the system, with the centrality of each. Its cost in points: ${networkCost}"""
  measureNetwork(${networkArguments}): MeasureNetwork!`;

/** The SDL of the measures, part of the schemas of both endpoints. */
export const measuresSdl = `
${enumOf('MeasureName', 'A measure of two states.', Object.fromEntries(measureNames.map((name) => [name, measures[name].description])))}
${enumOf('MeasureConvention', 'A convention for computing measures.', optionLists.convention)}
${enumOf('MeasureWeights', 'The weights of disagreements.', optionLists.weights)}
${enumOf('MeasureDistance', 'The distance function.', optionLists.distance)}
${enumOf('MeasureAllianceScale', 'The scale of alliance obligations.', optionLists.scale)}
${enumOf('MeasureAlliances', 'The data set of the alliances.', optionLists.alliances)}
${enumOf('MeasureDirection', 'Whose obligations count.', optionLists.direction)}
${enumOf('MeasureOrganizations', 'Which organizations count.', optionLists.organizations)}
${enumOf('MeasureReasonCode', 'Why there is no value. Codes may be added.', reasonCodes)}
${enumOf('MeasureCoverageRule', 'Whether a statistic may be computed on a sample.', optionLists.coverage)}
${enumOf('MeasureSystem', 'A list that defines the states of the system.', optionLists.system)}
${enumOf('MeasureNetworkName', 'A network of states, by the kind of its ties.', networks)}
"""Options of a measure. Omitted options have their defaults; an option that does not apply to the measure is an error."""
input MeasureOptions {
  """The convention. Default: FULL for memberships, STANDARD for all others."""
  convention: MeasureConvention
  """For kappa and pi: the weights of disagreements. Default: QUADRATIC."""
  weights: MeasureWeights
  """For S: the distance function. Default: ABSOLUTE."""
  distance: MeasureDistance
  """For alliances: the scale. Default: BINARY."""
  scale: MeasureAllianceScale
  """For alliances: the data set. Default: COW."""
  alliances: MeasureAlliances
  """For alliances: whose obligations count. Default: OWED."""
  direction: MeasureDirection
  """For alliances: whether the two states also count as targets. Each state has the highest value of the scale toward itself. Default: true."""
  selfTies: Boolean
  """For S on alliances: the weight of each state as a target, such as its capabilities. States without a weight are left out. Default: equal weights."""
  targetWeights: [MeasureTargetWeight!]
  """For memberships: which organizations count. Default: COW_IGO."""
  organizations: MeasureOrganizations
  """Whether a sample may be used if there is no complete data set. Default: COMPLETE, which does not allow it."""
  coverage: MeasureCoverageRule
  """The list that defines the states. Default: COW."""
  system: MeasureSystem
}
"""The weight of a state as a target."""
input MeasureTargetWeight {
  """The number of the state in the system."""
  code: String!
  """Its weight, 0 or more."""
  weight: Float!
}
"""What one source covers of the data set of a statistic."""
type MeasureCoverage {
  """The short name of the data set; null if the source belongs to none."""
  dataSet: String
  """The source."""
  source: MeasureSource!
  """The states, organizations or other records that it covers."""
  population: String!
  """Whether it covers all such facts or a sample."""
  completeness: Completeness!
  """The first year; null if it is not known."""
  from: Int
  """The last year; null if it is not known."""
  to: Int
  """Periods in between that it does not cover, in EDTF."""
  gaps: String
  """Whether its contents are withheld from the public."""
  isWithheld: Boolean!
}
"""A source of a statistic."""
type MeasureSource {
  """Its id."""
  id: ID!
  """Its label."""
  label: String!
}
"""A publication that defines a measure."""
type MeasureReference {
  """The citation of the publication."""
  text: String!
  """Its digital object identifier."""
  doi: String
}
"""An available measure."""
type MeasureDescription {
  """Its name."""
  name: MeasureName!
  """Its description."""
  description: String!
  """The publication that defines it."""
  reference: MeasureReference!
}
"""The value of a measure for two states, with everything needed to reproduce it."""
type MeasuredValue {${compared}${contract}${when}
}
"""The value of a measure for two states in one year."""
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
  """One point for each year in order, including years without a value."""
  points: [MeasurePoint!]!
}
"""A state of a system."""
type MeasureState {
  """Its id."""
  id: ID!
  """Its number in the system."""
  code: String!
  """Its name in the register."""
  name: String!
}
"""Another state, with the value of a measure for the two states."""
type MeasurePartner {
  """The other state."""
  state: MeasureState!${compared}
}
"""The other states of the system, ranked by a measure."""
type MeasurePartners {${contract}${when}
  """Why no other state has a value, in a sentence; null if one has."""
  reason: String
  """Why no other state has a value, as a code; null if one has."""
  reasonCode: MeasureReasonCode
  """The number of other states with a value."""
  n: Int!
  """The other states that have a value."""
  partners: [MeasurePartner!]!
}
"""A measure for all dyads of the system."""
type MeasureMatrix {${contract}${when}
  """The states of the system, in the order of rows and columns."""
  states: [MeasureState!]!
  """The number of dyads with a value."""
  n: Int!
  """The reasons for missing values, with the number of dyads for each."""
  reasons: [MeasureReason!]!
  """The values, one row per state and one column per state; null where there is no value and on the diagonal."""
  values: [[Float]!]!
  """The number of observations behind each value, in the same layout."""
  compared: [[Int]!]!
}
"""A reason why dyads have no value."""
type MeasureReason {
  """The reason, in a sentence."""
  reason: String!
  """The reason, as a code."""
  reasonCode: MeasureReasonCode!
  """The number of dyads."""
  dyads: Int!
}
"""The centrality of a state in a network."""
type MeasureCentrality {${centrality}${networkContract}
}
"""A state in a network."""
type MeasureNode {
  """The state."""
  state: MeasureState!${centrality}
}
"""A network of the states of a system."""
type MeasureNetwork {${networkContract}
  """The states with their centrality."""
  nodes: [MeasureNode!]!
}
extend type Dyad {
  """A measure of the two states. Costs ${points.measure} points."""
  measure(${measureArgument}, ${window}, ${optionsArgument}): MeasuredValue!
  """A measure of the two states in each year of a range. Its cost in points, by what the measure is computed from: ${seriesCost}"""
  series(${measureArgument}, """The first year.""" from: Int!, """The last year. A series has at most ${limits.years} years.""" to: Int!, ${optionsArgument}): MeasureSeries!
}
extend type State {
  """The other states of the system ranked by a measure, highest first. Its cost in points, by what the measure is computed from: ${partnersCost}"""
  partners(${measureArgument}, ${window}, ${optionsArgument}, """The number of states, from 1 to ${limits.partners}.""" first: Int = 10, """Whether to rank the lowest value first.""" lowest: Boolean = false): MeasurePartners!
  """Its centrality in a network. Its cost in points, once for all states of a selection: ${networkCost} And ${points.centrality} for each state."""
  centrality(${networkArguments}): MeasureCentrality!
}
extend type Query {${rootsSdl}
}
extend type Register {${rootsSdl}
}`;
