import type { Language, WidgetSettings } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/index.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Choices, Section } from '../pieces/section.tsx';
import { contrast, isColour, READABLE, wordsOn } from './colour.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const SIDES = ['right', 'left'] as const;
/** The picker needs some colour while the typed one is none. */
const FALLBACK = '#0e7c66';

/** Colour, look, language and side of the widget. */
export function LookSection({
  settings,
  onChange,
  error,
}: {
  settings: WidgetSettings;
  onChange: (change: Partial<WidgetSettings>) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('settings');
  const { colour } = settings;
  const isValid = isColour(colour);
  const ratio = isValid ? contrast('#ffffff', colour) : 0;
  const hint = isValid
    ? t(wordsOn(colour) === '#ffffff' ? 'widget.contrastWhite' : 'widget.contrastInk', {
        ratio: ratio.toFixed(1),
        least: READABLE,
      })
    : t('widget.colourHint');
  return (
    <Section title={t('widget.look')}>
      <Field label={t('widget.colour')} hint={hint} error={error}>
        {(control) => (
          <span className="widget-colour">
            <input
              type="color"
              aria-label={t('widget.pick')}
              value={isValid ? colour : FALLBACK}
              onChange={(event) => onChange({ colour: event.target.value })}
            />
            <TextInput
              {...control}
              maxLength={7}
              spellCheck={false}
              value={colour}
              onChange={(event) => onChange({ colour: event.target.value.trim() })}
            />
          </span>
        )}
      </Field>
      <Choices
        label={t('profile.theme')}
        value={settings.theme}
        options={THEMES.map((value) => ({ value, label: t(`widget.theme.${value}`) }))}
        onChange={(theme) => onChange({ theme })}
      />
      <Choices<Language | 'page'>
        label={t('profile.language')}
        value={settings.language ?? 'page'}
        options={[
          { value: 'page', label: t('widget.likePage') },
          ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
        ]}
        onChange={(language) => onChange({ language: language === 'page' ? null : language })}
      />
      <Choices
        label={t('widget.position')}
        value={settings.position}
        options={SIDES.map((value) => ({ value, label: t(`widget.side.${value}`) }))}
        onChange={(position) => onChange({ position })}
      />
    </Section>
  );
}
