import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The errors of AWS that our code knows by their class. */
const known = ['ConditionalCheckFailedException', 'ConflictException', 'ResourceNotFoundException'];

/**
 * Each of the SDK's clients registers the errors of all its operations, and so nothing of them can be shaken out: of SSM a
 * hundred and forty, for one operation. Not registered, an error comes as the service's general one, name and code as they
 * were. Should the SDK write this otherwise one day, nothing is left out.
 */
export const errorsWeKnow: Plugin = {
  name: 'errors-we-know',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /^n0_registry\.registerError\((\w+)\$, \w+\);$/gm,
        (line, name: string) => (known.includes(name) ? line : ''),
      );
      return { contents, loader: 'js' };
    });
  },
};
