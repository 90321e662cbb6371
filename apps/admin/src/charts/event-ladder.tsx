import styles from './event-ladder.module.css';
import { type LadderYear, ladderScale } from './ladder-scale.ts';
import { type PixelScale, pixelScale } from './pixel-scale.ts';
import { scoreWords } from './score-words.ts';
import { texts } from './texts.ts';

interface EventLadderProps {
  readonly years: readonly LadderYear[];
  /** The last year to show, with or without events. */
  readonly until: number;
  /** Returns the score of each event of a year. The bar marks where one event ends and the next begins. */
  readonly scoresOf: (year: number | null) => readonly number[];
  /** Returns the link target of the bar of a year. */
  readonly hrefOf: (year: number | null) => string;
}

const height = 232;
const padding = { top: 14, bottom: 6 };
/** The width of a bar, as a share of the width of its year. */
const barShare = 0.58;

/**
 * A bar chart of events by year on Goldstein’s scale. The scores of cooperation are summed above the line, those of
 * conflict below it. Horizontal positions are percentages, so that the chart scales to any width without a script.
 */
export function EventLadder({ years, until, scoresOf, hrefOf }: EventLadderProps) {
  const scale = ladderScale(years, until);
  const yOf = pixelScale([-scale.bottom, scale.top], [height - padding.bottom, padding.top]);
  const slots = scale.undated ? [...scale.years, scale.undated] : scale.years;
  return (
    <div className={styles.ladder} data-dense={slots.length > 32 || undefined}>
      <Axis ticks={scale.ticks} yOf={yOf} />
      <div className={styles.scroll}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group within SVG, where there is no fieldset */}
        <svg
          className={styles.plot}
          role="group"
          aria-label={texts.ladder.name}
          height={height + 44}
          style={{ minInlineSize: `${slots.length * 0.6}rem` }}
        >
          <defs>
            <pattern
              id="ladder-conflict"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" className={styles.conflictGround} />
              <rect width="2" height="5" className={styles.conflictLine} />
            </pattern>
          </defs>
          {scale.ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={yOf(tick)}
              y2={yOf(tick)}
              className={tick === 0 ? styles.zero : styles.grid}
            />
          ))}
          {slots.map((slot, at) => (
            <Slot
              key={slot.year ?? 'undated'}
              slot={slot}
              place={{ at, of: slots.length }}
              yOf={yOf}
              scores={scoresOf(slot.year)}
              href={hrefOf(slot.year)}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}

function Axis({ ticks, yOf }: { ticks: readonly number[]; yOf: PixelScale }) {
  return (
    <svg className={styles.axis} height={height + 44} aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x="100%" y={yOf(tick)} dy="0.32em" className={styles.tick}>
          {tick === 0 ? '0' : `${tick < 0 ? '−' : '+'}${Math.abs(tick)}`}
        </text>
      ))}
      <text x="100%" y={height + 18} className={styles.tick}>
        {texts.ladder.year}
      </text>
      <text x="100%" y={height + 36} className={styles.tick}>
        {texts.ladder.count}
      </text>
    </svg>
  );
}

interface SlotProps {
  readonly slot: LadderYear;
  readonly place: { readonly at: number; readonly of: number };
  readonly yOf: PixelScale;
  readonly scores: readonly number[];
  readonly href: string;
}

function Slot({ slot, place: { at, of }, yOf, scores, href }: SlotProps) {
  const width = 100 / of;
  const middle = `${(at + 0.5) * width}%`;
  const isLabelled = slot.year === null || slot.year % 5 === 0 || of <= 18;
  const label = (
    <text x={middle} y={height + 18} className={styles.year} data-fifth={isLabelled || undefined}>
      {slot.year ?? texts.undated}
    </text>
  );
  if (slot.n === 0) return label;
  const bar = { x: `${(at + (1 - barShare) / 2) * width}%`, width: `${barShare * width}%` };
  const zero = yOf(0);
  const up = yOf(slot.cooperation);
  const down = yOf(-slot.conflict);
  return (
    <>
      {label}
      {slot.cooperation > 0 ? (
        <text x={middle} y={up - 4} className={styles.value}>
          {scoreWords(slot.cooperation)}
        </text>
      ) : null}
      {slot.conflict > 0 ? (
        <text x={middle} y={down + 12} className={styles.value}>
          {scoreWords(-slot.conflict)}
        </text>
      ) : null}
      <text x={middle} y={height + 36} className={styles.count}>
        {slot.n}
      </text>
      <a href={href} className={styles.bar} aria-label={texts.ladder.bar(slot)}>
        <title>{texts.ladder.bar(slot)}</title>
        <rect x={`${at * width}%`} width={`${width}%`} y="1" height={height + 42} className={styles.hit} />
        <rect {...bar} y={up} height={zero - up} className={styles.cooperation} />
        <rect {...bar} y={zero} height={down - zero} className={styles.conflict} fill="url(#ladder-conflict)" />
        {cutsOf(slot, scores).map((cut) => (
          <rect key={cut} {...bar} y={yOf(cut) - 0.75} height="1.5" className={styles.cut} />
        ))}
      </a>
    </>
  );
}

/**
 * Returns the values at which one event of a stacked bar ends and the next begins. Returns an empty array if the scores
 * do not add up to the sums of the bar, for example because the page does not list all events.
 */
function cutsOf({ cooperation, conflict }: LadderYear, scores: readonly number[]): number[] {
  const [up, down] = [scores.filter((score) => score > 0), scores.filter((score) => score < 0)];
  const sum = (values: readonly number[]) => values.reduce((total, score) => total + score, 0);
  const isComplete = Math.abs(sum(up) - cooperation) < 0.01 && Math.abs(sum(down) + conflict) < 0.01;
  if (!isComplete) return [];
  const ends = (values: readonly number[]) => values.slice(0, -1).map((_, at) => sum(values.slice(0, at + 1)));
  return [...ends(up), ...ends(down)];
}
