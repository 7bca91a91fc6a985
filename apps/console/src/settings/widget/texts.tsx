import type { WidgetSettings } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../i18n/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';

type ProblemAt = (path: string) => string | undefined;
type Starter = WidgetSettings['starters'][number];
const SPOKEN = ['zh-CN', 'en'] as const;
const TEXTS = [
  { name: 'shopName', max: 60, isLong: false },
  { name: 'greeting', max: 200, isLong: true },
  { name: 'awayMessage', max: 400, isLong: true },
] as const;
const STARTERS_MAX = 5;
const STARTER_LENGTH = 80;

/** What the widget says, in both languages side by side. */
export function Texts({
  settings,
  onChange,
  problemAt,
}: {
  settings: WidgetSettings;
  onChange: (change: Partial<WidgetSettings>) => void;
  problemAt: ProblemAt;
}) {
  const { t } = useTranslation('settings');
  return TEXTS.map(({ name, max, isLong }) => (
    <div key={name} className="st-pair">
      {SPOKEN.map((language) => {
        const set = (text: string) => onChange({ [name]: { ...settings[name], [language]: text } });
        return (
          <Field
            key={language}
            label={t(`widget.text.${name}`)}
            isOptional={LANGUAGE_NAMES[language]}
            error={problemAt(`settings.${name}.${language}`)}
          >
            {(control) =>
              isLong ? (
                <TextArea
                  {...control}
                  rows={3}
                  lang={language}
                  maxLength={max}
                  value={settings[name][language]}
                  // One line of text to the server: breaks become spaces.
                  onChange={(event) => set(event.target.value.replace(/\s*\n\s*/g, ' '))}
                />
              ) : (
                <TextInput
                  {...control}
                  lang={language}
                  maxLength={max}
                  value={settings[name][language]}
                  onChange={(event) => set(event.target.value)}
                />
              )
            }
          </Field>
        );
      })}
    </div>
  ));
}

/** The questions that a shopper can send with one tap, in their order. */
export function StarterEditor({
  starters,
  onChange,
  problemAt,
}: {
  starters: Starter[];
  onChange: (starters: Starter[]) => void;
  problemAt: ProblemAt;
}) {
  const { t } = useTranslation('settings');
  const move = (index: number, step: 1 | -1) => {
    const next = [...starters];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + step, 0, one);
    onChange(next);
  };
  return (
    <>
      {starters.length === 0 && <p className="st-sub">{t('widget.noStarters')}</p>}
      <ol className="starters">
        {starters.map((starter, index) => (
          // The rows have no other name than their place, and hold no state of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className="starter">
            <span className="starter-fields">
              {SPOKEN.map((language) => {
                const wrong = problemAt(`settings.starters.${index}.${language}`);
                return (
                  <span key={language}>
                    <TextInput
                      lang={language}
                      maxLength={STARTER_LENGTH}
                      placeholder={LANGUAGE_NAMES[language]}
                      aria-label={t('widget.starterLabel', {
                        number: index + 1,
                        language: LANGUAGE_NAMES[language],
                      })}
                      aria-invalid={wrong ? true : undefined}
                      value={starter[language]}
                      onChange={(event) =>
                        onChange(
                          starters.map((one, at) =>
                            at === index ? { ...one, [language]: event.target.value } : one,
                          ),
                        )
                      }
                    />
                    {wrong && <span className="field-error">{wrong}</span>}
                  </span>
                );
              })}
            </span>
            <span className="starter-acts">
              <IconButton
                icon="chevronUp"
                size="small"
                label={t('widget.up', { number: index + 1 })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <IconButton
                icon="chevronDown"
                size="small"
                label={t('widget.down', { number: index + 1 })}
                disabled={index === starters.length - 1}
                onClick={() => move(index, 1)}
              />
              <IconButton
                icon="trash"
                size="small"
                label={t('widget.removeStarter', { number: index + 1 })}
                onClick={() => onChange(starters.filter((_, at) => at !== index))}
              />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="small"
          icon="plus"
          disabled={starters.length >= STARTERS_MAX}
          onClick={() => onChange([...starters, { 'zh-CN': '', en: '' }])}
        >
          {t(starters.length >= STARTERS_MAX ? 'widget.startersFull' : 'widget.addStarter')}
        </Button>
      </div>
    </>
  );
}
