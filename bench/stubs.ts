import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** DynamoDB and Slack behind TLS on loopback: they answer at once, and say what they were asked. */
export type Stubs = {
  dynamoUrl: string;
  slackUrl: string;
  certificate: string;
  asked: string[];
  close(): void;
};

/** Node can't make a certificate; openssl comes with `ca-certificates`. */
function selfSigned(folder: string): { key: string; cert: string } {
  const made = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-noenc',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', made.key, '-out', made.cert],
    ],
    { stdio: 'pipe' },
  );
  return made;
}

/** `item`: in DynamoDB's own JSON, the answer to every GetItem, and the first of every BatchGetItem. */
export async function openStubs(item: object): Promise<Stubs> {
  const folder = mkdtempSync(join(tmpdir(), 'trivsel-bench-'));
  const { key, cert } = selfSigned(folder);
  const tls = { key: readFileSync(key), cert: readFileSync(cert) };
  const asked: string[] = [];

  async function open(
    type: string,
    bodyOf: (name: string) => object,
    nameOf: (request: IncomingMessage) => string,
  ) {
    const server = createServer(tls, (request: IncomingMessage, response: ServerResponse) => {
      const name = nameOf(request);
      asked.push(name);
      const answer = JSON.stringify(bodyOf(name));
      const headers = { 'content-type': type, 'content-length': Buffer.byteLength(answer) };
      request.resume().on('end', () => response.writeHead(200, headers).end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  const dynamo = await open(
    'application/x-amz-json-1.0',
    (name) => (name === 'BatchGetItem' ? { Responses: { bench: [item] } } : { Item: item }),
    ({ headers }) => String(headers['x-amz-target']).replace(/^.*\./, ''),
  );
  const slack = await open(
    'application/json',
    () => ({ ok: true }),
    ({ url }) => `${url}`.replace('/api/', ''),
  );
  return {
    dynamoUrl: dynamo.url,
    slackUrl: `${slack.url}/api/`,
    certificate: cert,
    asked,
    close: () => {
      for (const { server } of [dynamo, slack]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true });
    },
  };
}
