import { modality } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import type { FactOutput } from '../../fields/outputs.ts';
import styles from './evidence.module.css';
import { texts } from './texts.tsx';

interface AttributionProps {
  readonly modality: string;
  readonly hedge: string | null;
  readonly speaker: FactOutput | null;
  readonly view: View;
}

/** The modality, hedge and speaker of a statement: `reported, “reportedly”, no speaker named`. */
export function Attribution({ modality: mode, hedge, speaker, view }: AttributionProps) {
  const listed = Object.entries(modality.values).find(([value]) => value === mode)?.[1];
  return (
    <span className={styles.manner}>
      <span title={listed?.description}>{listed?.label.toLowerCase() ?? mode}</span>
      {hedge ? texts.attribution.hedge(<q>{hedge}</q>) : null}
      {speaker ? texts.attribution.speaker(<FactLink fact={speaker} view={view} />) : texts.attribution.noSpeaker}
    </span>
  );
}
