// Stands in for `node:fs/promises`, a megabyte of Node that only the SDK's search for ~/.aws/config asks for (build.ts).
// Lambda has no such file, and the SDK goes on without.
exports.readFile = async (path) => {
  throw Object.assign(new Error('No files here'), { code: 'ENOENT', path });
};
