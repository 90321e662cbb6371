'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import styles from './soft-links.module.css';
import { texts } from './texts.ts';

/**
 * Turns same-origin links and GET forms into client-side navigation, with a progress bar. Leaves out downloads, links
 * with a `target`, and links and forms with `data-hard`. All are plain HTML, so they also work without scripts.
 */
export function SoftLinks() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    const go = (event: Event, url: URL | undefined) => {
      if (event.defaultPrevented || !url || url.origin !== location.origin) return;
      event.preventDefault();
      startTransition(() => router.push(url.pathname + url.search + url.hash));
    };
    const onClick = (event: MouseEvent) => go(event, urlOfClick(event));
    const onSubmit = (event: SubmitEvent) => go(event, urlOfSubmit(event));
    document.addEventListener('click', onClick);
    document.addEventListener('submit', onSubmit);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('submit', onSubmit);
    };
  }, [router]);
  return (
    <div role="status" className={isPending ? styles.bar : undefined}>
      <span className="visually-hidden">{isPending ? texts.loading : ''}</span>
    </div>
  );
}

function urlOfClick(event: MouseEvent): URL | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link || link.hasAttribute('download') || link.getAttribute('target') || link.hasAttribute('data-hard'))
    return undefined;
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  const isJump = url.pathname === location.pathname && url.search === location.search && url.hash !== '';
  return isJump ? undefined : url;
}

function urlOfSubmit({ target, submitter }: SubmitEvent): URL | undefined {
  if (!(target instanceof HTMLFormElement) || target.method !== 'get' || target.hasAttribute('data-hard'))
    return undefined;
  const url = new URL(target.action, location.href);
  const entries = [...new FormData(target, submitter)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  url.search = new URLSearchParams(entries).toString();
  return url;
}
