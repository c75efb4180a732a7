import { type ReactNode, useId } from 'react';
import { PieChart } from './PieChart.tsx';
import { parts } from './parts.ts';
import { categoriesOf, seriesColour } from './series.ts';
import type { Chart } from './types.ts';
import { XyChart } from './XyChart.tsx';

type Row = { label: string; values: (number | undefined)[] };

/** A chart with its legend, and the same numbers as a table for those who don't see it. */
export function ChartBlock({ title, chart }: { title: string; chart: Chart }): ReactNode {
  const id = useId();
  const names = chart.type === 'pie' ? [] : (chart.series ?? []).map(({ name }) => name);
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div aria-hidden="true">
        {chart.type === 'pie' ? <PieChart segments={chart.segments ?? []} /> : <XyChart chart={chart} />}
        <Legend names={chart.type === 'pie' ? (chart.segments ?? []).map(pieLabel) : names} />
      </div>
      <div className="visually-hidden">
        <NumbersTable names={names} rows={rowsOf(chart)} />
      </div>
    </figure>
  );
}

const pieLabel = ({ label, value }: { label: string; value: number }) => `${label}: ${value}`;

function rowsOf(chart: Chart): Row[] {
  if (chart.type === 'pie')
    return (chart.segments ?? []).map(({ label, value }) => ({ label, values: [value] }));
  return categoriesOf(chart).map((label) => ({
    label,
    values: (chart.series ?? []).map(({ data }) => data.find((point) => point.label === label)?.value),
  }));
}

function Legend({ names }: { names: string[] }): ReactNode {
  return (
    <ul className="legend">
      {names.map((name, index) => (
        <li key={name}>
          <span className="swatch" style={{ background: seriesColour(index) }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

const drawCell = (value: number | undefined): ReactNode => <td>{value}</td>;

function NumbersTable({ names, rows }: { names: string[]; rows: Row[] }): ReactNode {
  return (
    <table>
      {names.length > 0 && (
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {parts(values.map(drawCell))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
