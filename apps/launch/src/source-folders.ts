import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const scope = '@chancery/';

/**
 * Returns the absolute `src` folders of a workspace and of all workspaces that it depends on, directly or not, each
 * once. `root` is the folder of the repository, `workspace` the path of the workspace in it. Does not need an
 * installation: a package of ours is in `packages/` or at the root, under its name.
 */
export function sourceFolders(root: string, workspace: string): string[] {
  const found = new Set<string>();
  const visit = (folder: string) => {
    if (found.has(folder)) return;
    found.add(folder);
    for (const name of ownDependencies(join(root, folder, 'package.json'))) {
      const inPackages = join('packages', name);
      visit(existsSync(join(root, inPackages)) ? inPackages : name);
    }
  };
  visit(workspace);
  return [...found].map((folder) => join(root, folder, 'src'));
}

/** Returns the names, without their scope, of the workspaces that a package.json names as dependencies. */
function ownDependencies(file: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
  return Object.keys(dependencies)
    .filter((name) => name.startsWith(scope))
    .map((name) => name.slice(scope.length));
}
