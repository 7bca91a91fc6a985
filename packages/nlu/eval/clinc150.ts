import { measureIntents } from './intent/measure-intents.ts';
import { readClinc } from './intent/public-data.ts';
import { COST_LIMITS, finishReport } from './intent/report.ts';

/** What is asked; the one threshold is the place on validation rows that keeps both most surely. */
const GOALS = { inScopeAccuracy: 0.94, outOfScopeRecall: 0.55 };

/**
 * `npm run eval -- clinc150 [--validation]`: full and small data, one threshold chosen on validation rows, the
 * out-of-scope training rows unused, as in table 2 of Larson et al. 2019; then with them as training rows too.
 * With the flag, training learns from training rows only and the validation rows stand in for the test.
 */
export function runClinc(args: readonly string[]): { isOk: boolean } {
  const onValidation = args.includes('--validation');
  const run = (size: 'full' | 'small', withClass: boolean): ReturnType<typeof measureIntents> => {
    const data = readClinc(size);
    const validation = [...data.val, ...data.oos_val];
    return measureIntents(`CLINC150 ${size}${withClass ? ', out-of-scope rows in training' : ''}`, {
      train: withClass ? [...data.train, ...data.oos_train] : data.train,
      validation,
      test: onValidation ? validation : [...data.test, ...data.oos_test],
      goals: GOALS,
    });
  };
  const full = run('full', false);
  const small = run('small', false);
  const trained = run('full', true);
  const figures = {
    ...full.figures,
    smallInScopeAccuracy: small.figures.inScopeAccuracy ?? 0,
    smallOutOfScopeRecall: small.figures.outOfScopeRecall ?? 0,
    smallRejectionArea: small.figures.rejectionArea ?? 0,
    withClassInScopeAccuracy: trained.figures.inScopeAccuracy ?? 0,
    withClassOutOfScopeRecall: trained.figures.outOfScopeRecall ?? 0,
    withClassRejectionArea: trained.figures.rejectionArea ?? 0,
  };
  const limits = {
    inScopeAccuracy: { least: 100 * GOALS.inScopeAccuracy },
    outOfScopeRecall: { least: 55 },
    ...COST_LIMITS,
  };
  return finishReport(onValidation ? 'clinc150-validation' : 'clinc150', figures, limits, [
    ...full.parts,
    ...small.parts.slice(0, 2),
    ...trained.parts.slice(0, 2),
  ]);
}
