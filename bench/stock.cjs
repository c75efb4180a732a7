// Bolt on Lambda as its documentation has it, from node_modules as they are, with the clients that we have too.
const { App, AwsLambdaReceiver } = require('@slack/bolt');
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient());
const receiver = new AwsLambdaReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET });
const app = new App({
  receiver,
  // Without `token`, which would cost a call of auth.test.
  authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN }),
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

app.command('/trivsel', async ({ ack, client, command }) => {
  const get = new GetCommand({
    TableName: process.env.TABLE_NAME,
    Key: { pk: `T#${command.team_id}#P#${command.user_id}`, sk: 'PERSON' },
    ConsistentRead: true,
  });
  const { Item } = await documents.send(get);
  const text = { type: 'plain_text', text: `Hej ${Item.profile.name}` };
  const title = { type: 'plain_text', text: 'Trivsel' };
  await client.views.open({
    trigger_id: command.trigger_id,
    view: { type: 'modal', title, blocks: [{ type: 'section', text }] },
  });
  await ack();
});

const handle = receiver.toHandler();
// Bolt reads the form as the gateway's older format has it: not base64.
exports.handler = (event) =>
  handle({ ...event, body: Buffer.from(event.body, 'base64').toString('utf8'), isBase64Encoded: false });
