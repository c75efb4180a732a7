/** Why it can't go on, and what whoever started it can do: a sentence in Danish and one in English. */
export class Problem extends Error {
  constructor(da: string, en: string) {
    super(`${da}\n${en}`);
  }
}

/**
 * What was being used: the port and the folder, and how the same command is given others. `spare`: a folder to take while
 * somebody uses this one; none where a second Trivsel beside the first would do harm.
 */
export type Place = { command: string; folder: string; port: number; spare?: string | undefined };

/** What is wrong with this machine, as far as its errors say; undefined for an error that nobody foresaw. */
export function machineProblem(error: unknown, { command, folder, port, spare }: Place): Problem | undefined {
  const codes = codesOf(error);
  const is = (...known: string[]) => known.some((code) => codes.includes(code));
  const another = (port < 65_535 ? port : 3000) + 1;
  if (is('EADDRINUSE'))
    return new Problem(
      `Port ${port} er i brug. Vælg en anden: PORT=${another} ${command}`,
      `Port ${port} is in use. Choose another: PORT=${another} ${command}`,
    );
  if (is('EACCES') && callOf(error) === 'listen')
    return new Problem(
      `Port ${port} kræver særlige rettigheder. Vælg en over 1023: PORT=3001 ${command}`,
      `Port ${port} takes special rights. Choose one above 1023: PORT=3001 ${command}`,
    );
  if (is('LEVEL_LOCKED')) return inUse({ command, folder, port, spare });
  if (is('ENOSPC'))
    return new Problem(
      `Der er ikke mere plads på disken, hvor ${folder}/ ligger. Gør plads, og start igen.`,
      `The disk that holds ${folder}/ is full. Make room, and start again.`,
    );
  if (is('EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'LEVEL_IO_ERROR'))
    return new Problem(
      `Der kan ikke skrives i ${folder}/. Giv dig selv ret til det, eller vælg en anden mappe: DATA=sti ${command}`,
      `Nothing can be written in ${folder}/. Give yourself the right to, or choose another folder: DATA=path ${command}`,
    );
  if (is('LEVEL_CORRUPTION', 'LEVEL_DATABASE_NOT_OPEN'))
    return new Problem(
      `Databasen i ${folder}/ kan ikke læses. Flyt mappen væk, og hent den seneste sikkerhedskopi ind igen.`,
      `The database in ${folder}/ can't be read. Move the folder away, and restore the latest backup.`,
    );
  return undefined;
}

function inUse({ command, folder, spare }: Place): Problem {
  const da = `${folder}/ bruges allerede af en Trivsel, der kører.`;
  const en = `A Trivsel that is running uses ${folder}/ already.`;
  if (spare === undefined) return new Problem(`${da} Stop den først.`, `${en} Stop it first.`);
  return new Problem(
    `${da} Stop den, eller vælg en anden mappe: DATA=${spare} ${command}`,
    `${en} Stop it, or choose another folder: DATA=${spare} ${command}`,
  );
}

/** A port as the environment has it. */
export function portFrom(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Problem(
    `PORT skal være et tal mellem 0 og 65535, ikke "${text}".`,
    `PORT must be a number from 0 to 65535, not "${text}".`,
  );
}

/** An error's code and those of what caused it. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}

function callOf(error: unknown): unknown {
  return error instanceof Error && 'syscall' in error ? error.syscall : undefined;
}
