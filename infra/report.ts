/** The part of `cdk.out/validation-report.json` that the check reads. */
export interface ValidationReport {
  readonly pluginReports: readonly PluginReport[];
}

interface PluginReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: readonly {
    readonly ruleName: string;
    readonly description: string;
    readonly violatingConstructs: readonly { readonly constructPath?: string }[];
  }[];
  /** What was found and acknowledged; present only when there is something. */
  readonly suppressedViolations?: readonly unknown[];
}

/**
 * What is wrong with a synthesis, one sentence each. CDK leaves out a pack that found nothing at all, which
 * looks like a pack that never ran. Ours always find what we have acknowledged: a pack without that did not
 * run.
 */
export function complaints(report: ValidationReport, packs: readonly string[]): string[] {
  const ran = (pack: string) =>
    report.pluginReports.some(
      ({ pluginName, suppressedViolations }) =>
        pluginName === pack && (suppressedViolations ?? []).length > 0,
    );
  const missing = packs.filter((pack) => !ran(pack)).map((pack) => `The pack ${pack} did not run.`);
  const found = report.pluginReports.flatMap(({ violations }) =>
    violations.map(({ ruleName, description, violatingConstructs }) => {
      const where = violatingConstructs.map(({ constructPath }) => constructPath ?? 'somewhere').join(', ');
      return `${ruleName} at ${where}: ${description}`;
    }),
  );
  const failed = report.pluginReports
    .filter(({ conclusion, violations }) => conclusion !== 'success' && violations.length === 0)
    .map(({ pluginName }) => `The pack ${pluginName} failed without saying why.`);
  return [...missing, ...found, ...failed];
}
