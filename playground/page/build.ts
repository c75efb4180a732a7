import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The page as the server hands it out: bundled in memory, so that no built file can be stale. */
export async function buildPage(): Promise<{ html: string; js: string; css: string }> {
  const [html, js, css] = await Promise.all([
    readFile(here('index.html'), 'utf8'),
    bundle('main.tsx'),
    bundle('page.css'),
  ]);
  return { html, js, css };
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    jsx: 'automatic',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return built.outputFiles.map((file) => file.text).join('\n');
}
