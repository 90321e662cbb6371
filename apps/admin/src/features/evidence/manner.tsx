import { modality } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import type { FactOutput } from '../../fields/outputs.ts';
import styles from './evidence.module.css';

interface MannerProps {
  readonly modality: string;
  readonly hedge: string | null;
  readonly speaker: FactOutput | null;
  readonly view: View;
}

/** In what mode something is said, with its hedging word, and on whose word: `reported, “reportedly”, by nobody named`. */
export function Manner({ modality: mode, hedge, speaker, view }: MannerProps) {
  const listed = Object.entries(modality.values).find(([value]) => value === mode)?.[1];
  return (
    <span className={styles.manner}>
      <span title={listed?.description}>{listed?.label.toLowerCase() ?? mode}</span>
      {hedge ? (
        <>
          , <q>{hedge}</q>
        </>
      ) : null}
      {speaker ? (
        <>
          , on the word of <FactLink fact={speaker} view={view} />
        </>
      ) : (
        ', nobody named'
      )}
    </span>
  );
}
