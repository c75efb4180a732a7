// dist/slack/index.cjs: loads the bundle beside it, with what V8 compiled of it at the build, if this is the same Node on
// the same kind of machine (docs/decisions/0006). V8 compares version and flags itself, and compiles anew if they differ.
const { hash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'bundle.js');
// esbuild writes ASCII, which Latin-1 takes over byte by byte.
const source = readFileSync(filename, 'latin1');

function cached() {
  try {
    // Named after the content: V8 would take a changed bundle of equal length for the same.
    return readFileSync(join(__dirname, `${hash('sha1', source)}-${process.version}-${process.arch}.cache`));
  } catch {
    return undefined;
  }
}

new Script(source, { filename, cachedData: cached() }).runInThisContext()(exports, require, module);
