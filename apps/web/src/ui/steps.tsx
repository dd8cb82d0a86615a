const bars = [0, 1, 2, 3, 4]

/** Five rising bars: how far a record has come. Filled steps are behind it. */
export function Steps({ taken, width = 18 }: { taken: number; width?: number }) {
  return (
    <svg
      className="steps"
      width={width}
      height={(width * 12) / 16}
      viewBox="0 0 15.7 12"
      fill="currentColor"
      aria-hidden="true"
    >
      {bars.map((bar) => (
        <rect
          key={bar}
          x={bar * 3.3}
          y={9 - bar * 2.25}
          width="2.5"
          height={3 + bar * 2.25}
          rx=".6"
          className={bar < taken ? undefined : 'off'}
        />
      ))}
    </svg>
  )
}
