// Draws the tables of plots. What is drawn stays there as a table, folded away.
"use strict";

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return { accent: of("accent"), quiet: of("quiet"), line: of("line") };
}

function read(table) {
  const rows = [...table.tBodies[0].rows];
  const value = (row, cell) => Number(row.cells[cell].dataset.value);
  return [rows.map((row) => Number(row.cells[0].textContent)), rows.map((row) => value(row, 3)), rows.map((row) => value(row, 1)), rows.map((row) => value(row, 2))];
}

function options(figure, years) {
  const { accent, quiet, line } = colours();
  const font = "13px system-ui, sans-serif";
  return {
    width: figure.clientWidth,
    height: 240,
    scales: { x: { time: false, range: [years[0] - 0.3, years.at(-1) + 0.3] }, y: { range: (_, __, most) => [0, (most || 1) * 1.15] }, count: { auto: false } },
    axes: [
      { stroke: quiet, font, grid: { show: false }, ticks: { stroke: line, width: 1 }, incrs: [1, 2, 5, 10, 20], values: (_, at) => at.map(String) },
      { stroke: quiet, font, grid: { stroke: line, width: 1 }, ticks: { show: false }, size: 60, values: (_, at) => at.map((v) => percent.format(v)) },
    ],
    series: [
      { label: "Year", value: (_, v) => v ?? "–" },
      { label: "Share", stroke: accent, width: 2, points: { show: true, size: 7, fill: accent }, value: (_, v) => (v == null ? "–" : percent.format(v)) },
      { label: "Talks", scale: "count", stroke: "transparent", points: { show: false }, value: (_, v) => v ?? "–" },
      { label: "of", scale: "count", stroke: "transparent", points: { show: false }, value: (_, v) => v ?? "–" },
    ],
    cursor: { drag: { x: false, y: false } },
  };
}

for (const figure of document.querySelectorAll(".plot")) {
  const data = read(figure.querySelector("table"));
  const place = document.createElement("div");
  place.setAttribute("aria-hidden", "true");
  figure.querySelector("details").before(place);
  figure.querySelector("details").open = false;
  let plot;
  const draw = () => {
    plot?.destroy();
    plot = new uPlot(options(figure, data[0]), data, place);
  };
  draw();
  new ResizeObserver(() => plot.setSize({ width: figure.clientWidth, height: 240 })).observe(figure);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
