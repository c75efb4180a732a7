import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** SSM's Parameter Store at the wire: GetParameter of SecureStrings, which it counts. */
export async function openParameters(parameters: Record<string, string>) {
  const reads: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { Name, WithDecryption } = JSON.parse(body) as { Name: string; WithDecryption?: boolean };
      reads.push(Name);
      const isKnown = request.headers['x-amz-target'] === 'AmazonSSM.GetParameter' && Name in parameters;
      const Value = WithDecryption ? parameters[Name] : 'AQICAHcipher';
      response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      const found = { Parameter: { Name, Value, Type: 'SecureString', Version: 1 } };
      response.end(JSON.stringify(isKnown ? found : { __type: 'ParameterNotFound' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    reads,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
