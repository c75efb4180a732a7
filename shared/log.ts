/** Ids and codes; never what a person wrote. */
export type LogFacts = Record<string, string | number | boolean | undefined>;

export interface Log {
  info(message: string, facts: LogFacts): void;
  warn(message: string, facts: LogFacts): void;
  error(message: string, facts: LogFacts): void;
}

/**
 * What may be logged of an error: its kind, a code, and where it was thrown. Its message is left out, since messages of
 * others quote what they were given.
 */
export function describeError(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const where = error.stack?.split('\n').find((line) => line.startsWith('    at '));
  return { error: error.name, code, where: where?.trim() };
}
