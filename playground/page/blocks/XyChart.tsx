import type { ReactNode } from 'react';
import { categoriesOf, seriesColour } from './series.ts';
import type { Chart } from './types.ts';

const width = 480;
const height = 220;
const edge = { left: 52, right: 16, top: 12, bottom: 44 };
const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };

type Scale = { x: (index: number) => number; y: (value: number) => number; step: number; top: number };
type Series = NonNullable<Chart['series']>[number];

/** Line, area and bar over shared categories; the axis begins at nought, so that no slope is exaggerated. */
export function XyChart({ chart }: { chart: Chart }): ReactNode {
  const categories = categoriesOf(chart);
  const series = chart.series ?? [];
  const scale = scaleOf(categories.length, series);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="plot" aria-hidden="true">
      <Axes chart={chart} categories={categories} scale={scale} />
      {series.map((one, index) => {
        const points = placed(one, categories, scale);
        if (chart.type !== 'bar')
          return <Line key={one.name} points={points} index={index} area={chart.type === 'area'} />;
        return <Bars key={one.name} points={points} index={index} of={series.length} step={scale.step} />;
      })}
    </svg>
  );
}

function scaleOf(count: number, series: Series[]): Scale {
  const highest = Math.max(1, ...series.flatMap(({ data }) => data.map(({ value }) => value)));
  const top = ticksOf(highest).at(-1) ?? highest;
  const step = inner.width / Math.max(1, count);
  return {
    x: (index) => edge.left + (index + 0.5) * step,
    y: (value) => edge.top + inner.height * (1 - value / top),
    step,
    top,
  };
}

/** Whole, round steps, at most six of them. */
function ticksOf(highest: number): number[] {
  const sizes = [1, 2, 5].flatMap((size) => [1, 10, 100, 1000, 10_000].map((power) => size * power));
  const size = sizes.sort((a, b) => a - b).find((candidate) => highest / candidate <= 5) ?? highest / 5;
  return Array.from({ length: Math.ceil(highest / size) + 1 }, (_, index) => index * size);
}

type Point = { x: number; y: number };

function placed(series: Series, categories: string[], scale: Scale): Point[] {
  return categories.flatMap((label, index) => {
    const point = series.data.find((candidate) => candidate.label === label);
    return point ? [{ x: scale.x(index), y: scale.y(point.value) }] : [];
  });
}

const floor = edge.top + inner.height;

function Line({ points, index, area }: { points: Point[]; index: number; area: boolean }): ReactNode {
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const colour = seriesColour(index);
  return (
    <g>
      {area && (
        <path
          d={`${path}L${points.at(-1)?.x} ${floor}L${points[0]?.x} ${floor}Z`}
          fill={colour}
          opacity="0.2"
        />
      )}
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={index % 2 === 1 ? '6 4' : undefined}
      />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="4" fill={colour} />
      ))}
    </g>
  );
}

function Bars({
  points,
  index,
  of,
  step,
}: {
  points: Point[];
  index: number;
  of: number;
  step: number;
}): ReactNode {
  const each = Math.min(40, (step * 0.7) / of);
  return points.map(({ x, y }) => (
    <rect
      key={x}
      x={x + (index - of / 2) * each}
      y={y}
      width={Math.max(1, each - 2)}
      height={floor - y}
      fill={seriesColour(index)}
    />
  ));
}

/** Which labels fit beside one another, when a letter is so wide: every one, every second … */
function everyth(labels: string[], step: number, letter: number): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return Math.max(1, Math.ceil((longest * letter) / step));
}

function Axes({ chart, categories, scale }: { chart: Chart; categories: string[]; scale: Scale }): ReactNode {
  const every = everyth(categories, scale.step, 7);
  const everyOnPhone = every * Math.ceil(everyth(categories, scale.step, 10) / every);
  return (
    <g className="axes">
      {ticksOf(scale.top).map((tick) => (
        <g key={tick}>
          <line x1={edge.left} x2={width - edge.right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={edge.left - 8} y={scale.y(tick)} textAnchor="end" dominantBaseline="central">
            {tick}
          </text>
        </g>
      ))}
      {categories.map((label, index) =>
        index % every === 0 ? (
          <text
            key={label}
            className={index % everyOnPhone === 0 ? undefined : 'where-there-is-room'}
            x={scale.x(index)}
            y={floor + 19}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
      <text x={edge.left + inner.width / 2} y={height - 5} textAnchor="middle">
        {chart.axis_config?.x_label}
      </text>
      <text
        transform={`translate(11 ${edge.top + inner.height / 2}) rotate(-90)`}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {chart.axis_config?.y_label}
      </text>
    </g>
  );
}
