import { describe, expect, it } from 'vitest';
import { ackFor, eventFrom } from '../../pilot/envelope.ts';

/** What comes over the socket, as the gateway would have handed it on; and the answer, as an acknowledgement. */

const secret = 'of-this-process';
const sent = (type: string, body: Record<string, unknown>, more: object = {}) => ({
  ...{ type, body, accepts_response_payload: true },
  ...more,
});
const bodyOf = (envelope: ReturnType<typeof sent>) => {
  const event = eventFrom(envelope, secret);
  return Buffer.from(event?.body ?? '', 'base64').toString('utf8');
};

describe('an envelope', () => {
  it('with a command becomes a form, æøå and all, without what is no field', () => {
    const body = { command: '/trivsel', text: 'opfølgning', is_enterprise_install: false, nothing: null };
    expect(Object.fromEntries(new URLSearchParams(bodyOf(sent('slash_commands', body))))).toEqual({
      command: '/trivsel',
      text: 'opfølgning',
      is_enterprise_install: 'false',
    });
  });

  it('with an interaction becomes a form with a payload', () => {
    const form = new URLSearchParams(
      bodyOf(sent('interactive', { type: 'block_actions', user: { id: 'U1' } })),
    );
    expect(JSON.parse(form.get('payload') ?? '')).toEqual({ type: 'block_actions', user: { id: 'U1' } });
  });

  it('with an event stays JSON, and says what try it is', () => {
    const event = sent(
      'events_api',
      { event: { type: 'user_change' } },
      { retry_num: 2, retry_reason: 'timeout' },
    );
    expect(JSON.parse(bodyOf(event))).toEqual({ event: { type: 'user_change' } });
    expect(eventFrom(event, secret)?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-slack-retry-num': '2',
      'x-slack-retry-reason': 'timeout',
    });
  });

  it('of a kind nobody asked for becomes nothing', () => {
    expect(eventFrom(sent('workflow_step', {}), secret)).toBeUndefined();
  });
});

describe('an answer', () => {
  const command = sent('slash_commands', {});
  it.each([
    { says: 'with a body is given back', body: '{"text":"Hej"}', envelope: command, ack: { text: 'Hej' } },
    { says: 'without one is an empty acknowledgement', body: '', envelope: command, ack: {} },
    {
      says: 'is empty where Slack takes no body',
      body: '{"text":"Hej"}',
      envelope: sent('events_api', {}, { accepts_response_payload: false }),
      ack: {},
    },
  ])('$says', ({ body, envelope, ack }) => {
    expect(ackFor({ statusCode: 200, body }, envelope)).toEqual(ack);
  });

  it('that failed is not acknowledged: Slack says so, or tries again', () => {
    expect(ackFor({ statusCode: 500, body: '' }, command)).toBeUndefined();
  });
});
