import { type FormEvent, type ReactNode, useState } from 'react';
import type { Armed } from '../../inspect/contract.ts';
import { act, useTraffic } from './api.ts';
import type { InspectorTexts } from './texts.ts';

type Fault = Armed['fault'];
type Service = keyof InspectorTexts['groups'];

/** What the app asks of each service; `*` is any of it. */
const operations: Record<Service, string[]> = {
  slack: [
    ...['*', 'views.open', 'views.push', 'views.update', 'views.publish'],
    ...[
      'chat.postMessage',
      'chat.update',
      'users.info',
      'conversations.info',
      'conversations.members',
      'pins.add',
    ],
  ],
  dynamodb: ['*', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query'],
  sqs: ['SendMessage'],
  scheduler: ['CreateSchedule', 'DeleteSchedule'],
  app: ['request'],
};
const services = Object.keys(operations) as Service[];

const broken: Fault[] = [{ kind: 'hang' }, { kind: 'cut' }, { kind: 'lost' }];
const busy: Fault = { kind: 'busy', retryAfter: 30 };
const down: Fault = { kind: 'status', status: 500 };
const faultsOf: Record<Service, Fault[]> = {
  slack: [
    busy,
    down,
    ...broken,
    { kind: 'refuse', error: 'token_revoked' },
    { kind: 'refuse', error: 'internal_error' },
  ],
  dynamodb: [busy, down, ...broken],
  sqs: [busy, down, ...broken],
  scheduler: [busy, down, ...broken],
  app: [{ kind: 'status', status: 502 }, { kind: 'hang' }, { kind: 'lost' }],
};

const anyTraffic = { kind: '', who: '', text: '' };

/** What the next calls get instead of an answer. */
export function Faults({ t }: { t: InspectorTexts }): ReactNode {
  const armed = useTraffic(anyTraffic)?.armed ?? [];
  return (
    <>
      <p className="inspector-hint">{t.faultsHint}</p>
      <Arm t={t} />
      <section className="armed">
        <h3>{t.armed}</h3>
        {armed.length === 0 && <p>{t.noneArmed}</p>}
        <ul>
          {armed.map(({ target, fault, times }) => (
            <li key={`${target} ${JSON.stringify(fault)}`}>
              <span>
                <strong>{target}</strong> · {sentenceOf(fault, target, t)} · {t.times(times)}
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={t.disarm(target)}
                onClick={() => void act('inspect/disarm', { target })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Arm({ t }: { t: InspectorTexts }): ReactNode {
  const [service, setService] = useState<Service>('dynamodb');
  const [operation, setOperation] = useState('PutItem');
  const [chosen, setChosen] = useState(0);
  const [times, setTimes] = useState(2);
  const faults = faultsOf[service];
  const fault = faults[chosen] ?? busy;
  const choose = (target: string) => {
    const [of = 'slack', ...rest] = target.split(' ');
    setService(of as Service);
    setOperation(rest.join(' '));
    setChosen(0);
  };
  const arm = (event: FormEvent) => {
    event.preventDefault();
    const isMethod = service === 'slack' && operation !== '*';
    void act('inspect/arm', { target: isMethod ? operation : `${service}.${operation}`, fault, times });
  };
  return (
    <form className="arm" onSubmit={arm}>
      <label>
        {t.next}
        <select value={`${service} ${operation}`} onChange={(event) => choose(event.target.value)}>
          {services.map((of) => (
            <optgroup key={of} label={t.groups[of]}>
              {operations[of].map((name) => (
                <option key={name} value={`${of} ${name}`}>
                  {t.groups[of]}: {name === '*' ? t.any : name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        {t.gets}
        <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {faults.map((one, index) => (
            <option key={JSON.stringify(one)} value={index}>
              {sentenceOf(one, service === 'slack' ? '' : `${service}.`, t)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.often}
        <input
          type="number"
          min={1}
          max={1000}
          required
          value={times}
          aria-describedby="often-hint"
          onChange={(event) => setTimes(Number(event.target.value))}
        />
        <span id="often-hint">{t.oftenHint}</span>
      </label>
      <button type="submit" className="button filled primary">
        {t.arm}
      </button>
    </form>
  );
}

function sentenceOf(fault: Fault, target: string, t: InspectorTexts): string {
  switch (fault.kind) {
    case 'busy':
      return /^(dynamodb|sqs|scheduler)\./.test(target) ? t.throttled : t.busy(fault.retryAfter);
    case 'status':
      return t.status(fault.status);
    case 'refuse':
      return t.refuse(fault.error);
    default:
      return t[fault.kind];
  }
}
