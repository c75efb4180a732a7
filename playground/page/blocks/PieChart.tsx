import type { ReactNode } from 'react';
import { seriesColour } from './series.ts';

const radius = 80;
const centre = 100;

const onEdge = (share: number) => {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `${centre + radius * Math.cos(angle)} ${centre + radius * Math.sin(angle)}`;
};

export function PieChart({ segments }: { segments: { label: string; value: number }[] }): ReactNode {
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return (
    <svg viewBox="0 0 200 200" className="pie" aria-hidden="true">
      {segments.map(({ label, value }, index) => {
        const from = before / total;
        before += value;
        return (
          <path key={label} d={slice(from, before / total)} fill={seriesColour(index)} className="slice" />
        );
      })}
    </svg>
  );
}

function slice(from: number, to: number): string {
  // An arc from a point to itself is nothing: a whole circle stops just short.
  const end = to - from >= 1 ? from + 0.9999 : to;
  const large = end - from > 0.5 ? 1 : 0;
  return `M${centre} ${centre}L${onEdge(from)}A${radius} ${radius} 0 ${large} 1 ${onEdge(end)}Z`;
}
