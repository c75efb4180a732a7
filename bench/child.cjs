// One cold start: loads the file that exports `handler`, answers one event, says how it went.
const { writeSync } = require('node:fs');
const { handler } = require(process.argv[2]);

handler(JSON.parse(process.env.BENCH_EVENT), { functionName: 'bench' }).then(({ statusCode, body }) => {
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  // Not through process.stdout, whose making costs a millisecond.
  writeSync(1, JSON.stringify({ statusCode, body: body ?? '', peakBytes }));
  process.exit();
});
