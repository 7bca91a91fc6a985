import { measureIntents } from './intent/measure-intents.ts';
import { readHwu64 } from './intent/public-data.ts';
import { COST_LIMITS, finishReport } from './intent/report.ts';
import { percent } from './shop/measure.ts';

/**
 * `npm run eval -- hwu64-saas`: 10 and 30 examples an intent, the splits on which the services of 2021 were scored.
 * With `--cross-validate`, five-fold on the training rows instead, to choose by.
 */
export function runHwu64(args: readonly string[]): { isOk: boolean } {
  if (args.includes('--cross-validate')) return crossValidate();
  const ten = measureIntents('HWU64, 10 examples an intent', {
    train: readHwu64('small', 'train'),
    test: readHwu64('small', 'test'),
  });
  const thirty = measureIntents('HWU64, 30 examples an intent', {
    train: readHwu64('large', 'train'),
    test: readHwu64('large', 'test'),
  });
  const figures = {
    accuracy10: ten.figures.closedAccuracy ?? 0,
    macroF110: ten.figures.closedMacroF1 ?? 0,
    accuracy30: thirty.figures.closedAccuracy ?? 0,
    macroF130: thirty.figures.closedMacroF1 ?? 0,
    calibrationError10: ten.figures.calibrationError ?? 0,
    calibrationError30: thirty.figures.calibrationError ?? 0,
    ...Object.fromEntries(Object.keys(COST_LIMITS).map((key) => [key, thirty.figures[key] ?? 0])),
  };
  const limits = { accuracy10: { least: 78 }, accuracy30: { least: 86 }, ...COST_LIMITS };
  return finishReport('hwu64-saas', figures, limits, [...ten.parts, ...thirty.parts]);
}

function crossValidate(): { isOk: boolean } {
  const figures: Record<string, number> = {};
  for (const size of ['small', 'large'] as const) {
    const rows = readHwu64(size, 'train');
    const seen = new Map<string, number>();
    const fold = rows.map(({ intent }) => {
      const n = seen.get(intent) ?? 0;
      seen.set(intent, n + 1);
      return n % 5;
    });
    let right = 0;
    for (let f = 0; f < 5; f++) {
      const { answers } = measureIntents(`${size}, fold ${f}`, {
        train: rows.filter((_, i) => fold[i] !== f),
        test: rows.filter((_, i) => fold[i] === f),
      });
      right += answers.filter((row) => row.best === row.right).length;
    }
    figures[size === 'small' ? 'accuracy10' : 'accuracy30'] = percent(right / rows.length);
  }
  return finishReport('hwu64-cross-validation', figures, {}, []);
}
