'use client';

import { factTypeOfId, typeOf } from '@chancery/codebook';
import { Drawer } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useLabel } from '../changeset/work-provider.tsx';
import { FactForm } from './fact-form.tsx';
import { FormStackContext } from './form-stack-context.ts';
import { texts } from './texts.tsx';

/**
 * Provides the stack of open fact forms. When a picker creates a fact, the form of that fact opens in a drawer on top
 * of the current form.
 */
export function FormStackProvider({ children }: { readonly children: ReactNode }) {
  const [facts, setFacts] = useState<readonly string[]>([]);
  const stack = useMemo(() => ({ open: (fact: string) => setFacts((before) => [...before, fact]) }), []);
  const close = () => setFacts((before) => before.slice(0, -1));
  const top = facts.at(-1);
  return (
    <FormStackContext value={stack}>
      {children}
      <Drawer
        opened={top !== undefined}
        onClose={close}
        position="right"
        size="34rem"
        title={top ? <Title fact={top} /> : null}
        closeButtonProps={{ 'aria-label': texts.stack.done }}
      >
        {top ? <FactForm key={top} fact={top} prefix={`${top}-`} /> : null}
      </Drawer>
    </FormStackContext>
  );
}

function Title({ fact }: { readonly fact: string }) {
  const label = useLabel(fact);
  const type = factTypeOfId(fact);
  return texts.stack.heading(type && typeOf(type).singular, <b>{label}</b>);
}
