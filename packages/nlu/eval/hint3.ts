import { type Answered, measureIntents, rejectionCurve } from './intent/measure-intents.ts';
import { readCurekart, readPublished } from './intent/public-data.ts';
import { COST_LIMITS, finishReport } from './intent/report.ts';
import { round, table } from './shop/measure.ts';
import type { Part } from './shop/page.ts';

const SYSTEMS = ['haptik', 'dialogflow', 'bert', 'luis', 'rasa'] as const;

/** In-scope accuracy at the lowest threshold that reaches a recall, percent. */
function accuracyAt(answers: readonly Answered[], recall: number): number {
  return rejectionCurve(answers).find(([reached]) => reached >= recall - 1e-9)?.[1] ?? 0;
}

/**
 * `npm run eval -- hint3`: Curekart, real chat queries, more than half of them out of scope. There are no validation
 * rows and no out-of-scope training rows; each published system is met at its own out-of-scope recall, at every
 * threshold that was published and at the one of its best Matthews correlation.
 */
export function runHint3(): { isOk: boolean } {
  const result = measureIntents('HINT3 Curekart', {
    train: readCurekart('train'),
    test: readCurekart('test'),
  });
  const rows: (string | number)[][] = [
    ['system', 'its recall', 'its in-scope', 'ours there', 'thresholds won'],
  ];
  const figures: Record<string, number> = { ...result.figures };
  const limits: Record<string, { least: number }> = { rejectionArea: { least: 90 } };
  const marks: { label: string; x: number; y: number }[] = [];
  for (const system of SYSTEMS) {
    const points = readPublished(system);
    const best = points.reduce((a, b) => (b.mcc > a.mcc ? b : a));
    const ours = accuracyAt(result.answers, best.recall * 100);
    const won = points.filter(
      ({ inScope, recall }) => accuracyAt(result.answers, recall * 100) > inScope * 100,
    ).length;
    rows.push([
      system,
      round(best.recall * 100, 1),
      round(best.inScope * 100, 1),
      round(ours, 1),
      `${won} of ${points.length}`,
    ]);
    figures[`at_${system}`] = round(ours, 1);
    limits[`at_${system}`] = { least: round(best.inScope * 100 + 0.05, 2) };
    marks.push({ label: system, x: best.recall * 100, y: best.inScope * 100 });
  }
  console.log(`\nAt each system's best threshold\n${table(rows)}`);
  const curve: Part = {
    kind: 'curve',
    title: 'Rejection, with the published systems at their best thresholds',
    curve: { x: 'out-of-scope recall', y: 'in-scope accuracy', line: rejectionCurve(result.answers), marks },
  };
  const published: Part = { kind: 'table', title: 'Published systems', rows };
  return finishReport('hint3', figures, { ...limits, ...COST_LIMITS }, [curve, published, ...result.parts]);
}
