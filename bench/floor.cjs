// The least that answers `/trivsel`: the signature verified and the two calls made by hand, nothing loaded but Node.
const { createHmac, timingSafeEqual } = require('node:crypto');
const { Agent, request } = require('node:https');

const agent = new Agent({ keepAlive: true });

exports.handler = async ({ body: encoded, headers }) => {
  const body = Buffer.from(encoded, 'base64').toString('utf8');
  if (!isSigned(headers, body)) return { statusCode: 401 };
  const form = new URLSearchParams(body);
  const item = await post(
    process.env.AWS_ENDPOINT_URL_DYNAMODB,
    { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.GetItem' },
    {
      TableName: process.env.TABLE_NAME,
      Key: { pk: { S: `T#${form.get('team_id')}#P#${form.get('user_id')}` }, sk: { S: 'PERSON' } },
      ConsistentRead: true,
    },
  );
  const name = item.Item.profile.M.name.S;
  const { ok } = await post(
    `${process.env.SLACK_API_URL}views.open`,
    { 'content-type': 'application/json', authorization: `Bearer ${process.env.SLACK_BOT_TOKEN}` },
    { trigger_id: form.get('trigger_id'), view: viewFor(name) },
  );
  return { statusCode: ok ? 200 : 500 };
};

function isSigned(headers, body) {
  const signed = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const mac = createHmac('sha256', process.env.SLACK_SIGNING_SECRET).update(signed).digest('hex');
  return timingSafeEqual(Buffer.from(`v0=${mac}`), Buffer.from(headers['x-slack-signature']));
}

function viewFor(name) {
  const text = { type: 'plain_text', text: `Hej ${name}` };
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Trivsel' },
    blocks: [{ type: 'section', text }],
  };
}

function post(url, headers, value) {
  const body = JSON.stringify(value);
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    const sent = request(url, options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    });
    sent.on('error', reject).end(body);
  });
}
