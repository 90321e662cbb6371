'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useSession } from '../session/session-provider.tsx';
import { replaceRecoveryCodes, startSecondFactor, turnOffSecondFactor } from '../session/sign-in.ts';
import { ConfirmApp } from './confirm-app.tsx';
import { PasswordAction } from './password-action.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor.module.css';
import { texts } from './texts.ts';

/** The section on the page of the own account in which a person turns their second factor on and off. */
export function SecondFactorSection() {
  const { me } = useSession();
  const router = useRouter();
  /** The address for the app, while the second factor is being set up. */
  const [uri, setUri] = useState<string>();
  /** The recovery codes, until the person has stored them. */
  const [codes, setCodes] = useState<readonly string[]>();
  const [isTurnedOff, setTurnedOff] = useState(false);
  const show = ({ recoveryCodes }: { readonly recoveryCodes: readonly string[] }) => setCodes(recoveryCodes);
  return (
    <Section id="second-factor" title={texts.heading} lead={texts.lead}>
      <div className={styles.section}>
        {me.secondFactor === 'REQUIRED' && !codes ? (
          <Notice tone="warning" title={texts.required}>
            {texts.requiredText}
          </Notice>
        ) : null}
        <div role="status">
          {isTurnedOff && me.secondFactor === 'OFF' ? (
            <Notice title={texts.turnedOff}>{texts.turnedOffText}</Notice>
          ) : null}
        </div>
        {codes ? (
          <RecoveryCodes codes={codes} onStored={() => setCodes(undefined)} />
        ) : me.secondFactor === 'ON' ? (
          <>
            <p>{texts.on}</p>
            <h3>{texts.codesHeading}</h3>
            <p>{texts.replaceHint}</p>
            <PasswordAction label={texts.replace} run={replaceRecoveryCodes} onDone={show} />
            <h3>{texts.turnOff}</h3>
            <p>{texts.turnOffHint}</p>
            <PasswordAction
              label={texts.turnOff}
              run={turnOffSecondFactor}
              onDone={() => {
                setTurnedOff(true);
                router.refresh();
              }}
            />
          </>
        ) : uri === undefined ? (
          <>
            <p>{texts.off}</p>
            <PasswordAction label={texts.start} run={startSecondFactor} onDone={(answer) => setUri(answer.uri)} />
          </>
        ) : (
          <ConfirmApp
            uri={uri}
            onCancel={() => setUri(undefined)}
            onConfirmed={(recoveryCodes) => {
              setUri(undefined);
              setTurnedOff(false);
              setCodes(recoveryCodes);
              router.refresh();
            }}
          />
        )}
      </div>
    </Section>
  );
}
