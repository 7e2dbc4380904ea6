/** The middle of some figures. */
export function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs measurements in turn, several times over, so that a busy moment of the machine hits them all alike. */
export async function inTurn(rounds, measurements) {
  const figures = measurements.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, measure] of measurements.entries()) figures[index].push(await measure());
  }
  return figures;
}

/** The median of what one figure of each round is to another. */
export function ratio(figures, others) {
  return median(figures.map((figure, round) => figure / others[round]));
}

/** Writes rows as a table; figures go to the right. */
export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const written = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  "),
  );
  return `${written.join("\n")}\n`;
}
