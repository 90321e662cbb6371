import { join } from 'node:path';
import type { NextConfig } from 'next';

const root = join(import.meta.dirname, '..', '..');
/** Returns an alias from a workspace package to its source, so that the package need not be built before this app. */
const source = (name: string) => [`@chancery/${name}`, `../../packages/${name}/src/index.ts`] as const;

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // tsc, Biome and knip are checks of their own: a build only builds.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: root,
  turbopack: { root, resolveAlias: Object.fromEntries(['codebook', 'changesets', 'edge', 'settings'].map(source)) },
  devIndicators: false,
};

export default config;
