/** A secret: given directly, or read from where `read` reads the parameter of that name. */
export type SecretSource = { value: string | undefined; parameter: string | undefined };

/** Rotated secrets are in use within five minutes (SSM's standard throughput would not bear a read per request). */
const cachedMillis = 5 * 60 * 1000;
/** Where a secret can't be read again, the one we have serves another minute before the next try. */
const againMillis = 60 * 1000;

/** Reads a secret when it is first needed and keeps it for five minutes. Throws when neither source names it. */
export function cachedSecret(
  name: string,
  { value, parameter }: SecretSource,
  read: (parameter: string) => Promise<string>,
  nowMillis: () => number,
): () => Promise<string> {
  let kept: { value: string; until: number } | undefined;
  return async () => {
    if (value !== undefined) return value;
    if (parameter === undefined) throw new Error(`Neither ${name} nor ${name}_PARAMETER is set`);
    if (kept !== undefined && nowMillis() < kept.until) return kept.value;
    try {
      kept = { value: await read(parameter), until: nowMillis() + cachedMillis };
    } catch (error) {
      if (kept === undefined) throw error;
      kept = { ...kept, until: nowMillis() + againMillis };
    }
    return kept.value;
  };
}
