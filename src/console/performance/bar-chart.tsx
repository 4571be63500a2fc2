const CHART = { width: 480, height: 164, foot: 24 } as const;

export interface Bar {
  readonly value: number;
  /** Below the bar; most have none, so that the others can be read. */
  readonly label: string | null;
  /** Of another kind than the rest: a time at which nobody serves. */
  readonly pale: boolean;
}

/** Upright bars that answer one question; `summary` is the answer for whoever cannot see them. */
export function BarChart({ bars, summary, caption }: { readonly bars: readonly Bar[]; readonly summary: string; readonly caption: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = CHART.width / bars.length;
  return (
    <figure>
      <svg class="chart" viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={summary}>
        {bars.map(({ value, pale }, i) => {
          const height = (Math.max(0, value) / most) * (CHART.height - CHART.foot - 4);
          return <rect x={i * step + 2} y={CHART.height - CHART.foot - height} width={step - 4} height={height} rx="2" class={pale ? 'night' : ''} />;
        })}
        {bars.map(({ label }, i) => label !== null && <text x={i * step + step / 2} y={CHART.height - 4} text-anchor="middle">{label}</text>)}
      </svg>
      <figcaption class="quiet">{caption}</figcaption>
    </figure>
  );
}
