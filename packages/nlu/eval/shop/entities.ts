import { createEntityFinder, type EntityLists, type EntityType } from '../../src/entities/index.ts';
import { corpusNow, type ShopRow } from './corpus.ts';
import { f1, percent, precision, quantile, recall, round, table, timeEach } from './measure.ts';
import type { SectionResult } from './mood.ts';

/** Exact span and type; values are counted apart on the spans that are right. */
export function evaluateEntities(lists: EntityLists, rows: readonly ShopRow[]): SectionResult {
  const finder = createEntityFinder(lists);
  const scores = new Map<EntityType, { hit: number; missed: number; wrong: number; value: number }>();
  const of = (type: EntityType): { hit: number; missed: number; wrong: number; value: number } => {
    const known = scores.get(type) ?? { hit: 0, missed: 0, wrong: 0, value: 0 };
    scores.set(type, known);
    return known;
  };
  for (const row of rows) {
    const found = finder.find(row.text, { now: corpusNow });
    const key = (entity: { type: string; start: number; end: number }): string =>
      `${entity.type} ${entity.start} ${entity.end}`;
    const wanted = new Map(row.entities.map((entity) => [key(entity), entity]));
    for (const entity of found) {
      const right = wanted.get(key(entity));
      if (!right) of(entity.type).wrong++;
      else {
        of(entity.type).hit++;
        if (right.value === entity.value) of(entity.type).value++;
        wanted.delete(key(entity));
      }
    }
    for (const entity of wanted.values()) of(entity.type).missed++;
  }
  const total = { hit: 0, missed: 0, wrong: 0, value: 0 };
  for (const score of scores.values()) {
    total.hit += score.hit;
    total.missed += score.missed;
    total.wrong += score.wrong;
    total.value += score.value;
  }
  const head = ['entity', 'precision', 'recall', 'F1', 'value right', 'rows'];
  const lines = [...scores, ['all', total] as const].map(([type, score]): (string | number)[] => [
    type,
    percent(precision(score)),
    percent(recall(score)),
    percent(f1(score)),
    percent(score.value / Math.max(1, score.hit)),
    score.hit + score.missed,
  ]);
  console.log('\nEntities (exact span and type)');
  console.log(table([head, ...lines]));
  const times = timeEach(rows, ({ text }) => finder.find(text, { now: corpusNow }));
  return {
    figures: {
      entitiesF1: percent(f1(total)),
      entitiesPrecision: percent(precision(total)),
      entitiesRecall: percent(recall(total)),
      entityValuesRight: percent(total.value / Math.max(1, total.hit)),
      entitiesP99Ms: round(quantile(times, 0.99), 3),
    },
    parts: [{ kind: 'table', title: 'Entities', rows: [head, ...lines] }],
  };
}
