import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Confusion } from './measure.ts';

/** A part of a page: a table, bars or a matrix with its heading. */
export type Part =
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly rows: readonly (readonly (string | number)[])[];
    }
  | { readonly kind: 'curve'; readonly title: string; readonly curve: Curve }
  | { readonly kind: 'bars'; readonly title: string; readonly bars: readonly Bar[] }
  | { readonly kind: 'matrix'; readonly title: string; readonly confusion: Confusion };

/** Lines and marks over a square of shares, 0..100 on both axes. */
export interface Curve {
  readonly x: string;
  readonly y: string;
  readonly line: readonly (readonly [x: number, y: number])[];
  readonly marks: readonly { readonly label: string; readonly x: number; readonly y: number }[];
}

export interface Bar {
  readonly label: string;
  /** 0..100 */
  readonly value: number;
  /** Drawn as a line, when there is a figure to reach. */
  readonly target?: number;
}

const escapeText = (text: string | number): string =>
  String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function bars(parts: readonly Bar[]): string {
  const height = parts.length * 26 + 8;
  const rows = parts.map(({ label, value, target }, i) => {
    const y = i * 26 + 4;
    const good = target === undefined || value >= target;
    const line =
      target === undefined
        ? ''
        : `<line x1="${220 + target * 4}" x2="${220 + target * 4}" y1="${y - 2}" y2="${y + 20}" class="target"/>`;
    return `<text x="212" y="${y + 14}" text-anchor="end">${escapeText(label)}</text><rect x="220" y="${y}" width="${Math.max(0, value * 4)}" height="18" class="${good ? 'good' : 'short'}"/><text x="${226 + Math.max(0, value * 4)}" y="${y + 14}">${value}</text>${line}`;
  });
  return `<svg viewBox="0 0 700 ${height}" width="700" role="img">${rows.join('')}</svg>`;
}

function curve({ x, y, line, marks }: Curve): string {
  const at = (px: number, py: number): string => `${40 + px * 4},${410 - py * 4}`;
  const grid = [0, 20, 40, 60, 80, 100].map(
    (n) =>
      `<path d="M${at(0, n)} L${at(100, n)} M${at(n, 0)} L${at(n, 100)}" stroke="#8884"/><text x="34" y="${414 - n * 4}" text-anchor="end">${n}</text><text x="${40 + n * 4}" y="426" text-anchor="middle">${n}</text>`,
  );
  const path = line.map(([px, py]) => at(px, py)).join(' ');
  const points = marks.map(({ label, x: px, y: py }) => {
    const [cx, cy] = at(px, py).split(',').map(Number) as [number, number];
    return `<circle cx="${cx}" cy="${cy}" r="4" class="short"/><text x="${cx + 7}" y="${cy + 4}">${escapeText(label)}</text>`;
  });
  return `<svg viewBox="0 0 600 450" width="600" role="img">${grid.join('')}<polyline points="${path}" fill="none" stroke="#228b5e" stroke-width="2"/>${points.join('')}<text x="240" y="446" text-anchor="middle">${escapeText(x)}</text><text x="48" y="24">${escapeText(y)}</text></svg>`;
}

function matrix({ labels, counts }: Confusion): string {
  const head = labels.map((label) => `<th>${escapeText(label)}</th>`).join('');
  const body = counts.map((row, r) => {
    const sum = row.reduce((a, b) => a + b, 0) || 1;
    const cells = row.map((n, c) => {
      const share = Math.round((n / sum) * 100);
      const colour = r === c ? `rgb(34 139 94 / ${share}%)` : `rgb(200 60 40 / ${share}%)`;
      return `<td style="background:${colour}">${n}</td>`;
    });
    return `<tr><th>${escapeText(labels[r] ?? '')}</th>${cells.join('')}</tr>`;
  });
  return `<table><tr><th>right ↓ guessed →</th>${head}</tr>${body.join('')}</table>`;
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...body] = rows;
  const cells = (row: readonly (string | number)[], tag: string): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeText(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>${cells(head, 'th')}${body.map((row) => cells(row, 'td')).join('')}</table>`;
}

const style = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .6rem;border-bottom:1px solid #8884;text-align:left}
svg text{font-size:12px;fill:currentColor}.good{fill:#228b5e}.short{fill:#c8862d}.target{stroke:#444;stroke-width:2;stroke-dasharray:3 2}
@media(prefers-color-scheme:dark){body{background:#161616;color:#ddd}.target{stroke:#ddd}}`;

/** Writes `results/NAME.html` beside this folder and gives back its path. */
export function writePage(name: string, parts: readonly Part[]): string {
  const folder = join(import.meta.dirname, '..', 'results');
  mkdirSync(folder, { recursive: true });
  const body = parts.map((part) => {
    const inner =
      part.kind === 'table'
        ? table(part.rows)
        : part.kind === 'bars'
          ? bars(part.bars)
          : part.kind === 'curve'
            ? curve(part.curve)
            : matrix(part.confusion);
    return `<h2>${escapeText(part.title)}</h2>${inner}`;
  });
  const file = join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeText(name)}</title><style>${style}</style><h1>${escapeText(name)}</h1>${body.join('')}</html>\n`,
  );
  return file;
}
