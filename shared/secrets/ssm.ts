import { GetParameterCommand, SSMClient, type SSMClientConfig } from '@aws-sdk/client-ssm';

/** Reads an SSM SecureString's value. The client is made only where a secret is given by its parameter's name. */
export function parameterReader(config: SSMClientConfig): (name: string) => Promise<string> {
  let client: SSMClient | undefined;
  return async (name) => {
    client ??= new SSMClient(config);
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    if (!Parameter?.Value) throw new Error(`The parameter ${name} is empty`);
    return Parameter.Value;
  };
}
