// Before every command: says in a sentence what is missing on this machine. Old Nodes run it too, so it is plain JavaScript.
var existsSync = require('node:fs').existsSync;
var join = require('node:path').join;

var wanted = 24;
var found = Number(process.versions.node.split('.')[0]);

function sentence() {
  if (!existsSync(join(__dirname, 'node_modules', '.package-lock.json')))
    return 'Trivsel er ikke sat op endnu. Skriv først: npm ci\nTrivsel is not set up yet. First type: npm ci';
  if (found < wanted)
    return (
      'Trivsel skal bruge Node ' +
      wanted +
      ', og her er ' +
      process.version +
      '. Skriv npm ci (uden --ignore-scripts), så bliver den rigtige hentet.\n' +
      'Node ' +
      wanted +
      ' is needed; this is ' +
      process.version +
      '. Type: npm ci (without --ignore-scripts; it brings the right one)'
    );
  return undefined;
}

var said = sentence();
if (said !== undefined) {
  process.stderr.write(`${said}\n`);
  process.exit(1);
}
