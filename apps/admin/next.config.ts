import { join } from 'node:path';
import type { NextConfig } from 'next';

const root = join(import.meta.dirname, '..', '..');
/** Workspaces are read from their sources, as everywhere but in a started API: nothing has to be built before. */
const source = (name: string) => [`@chancery/${name}`, `../../packages/${name}/src/index.ts`] as const;

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // tsc, Biome and knip are checks of their own: a build only builds.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: root,
  turbopack: { root, resolveAlias: Object.fromEntries([source('codebook'), source('changesets')]) },
  devIndicators: false,
};

export default config;
