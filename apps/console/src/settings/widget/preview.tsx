import type { WidgetSettings } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../theme/appearance.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Choices } from '../pieces/section.tsx';
import { isColour, wordsOn } from './colour.ts';

type Spoken = 'zh-CN' | 'en';

/** The widget's first view as the form has it now; drawn here, so that nothing is saved for it. */
export function Preview({ settings, isEnabled }: { settings: WidgetSettings; isEnabled: boolean }) {
  const { t, i18n } = useTranslation('settings');
  const appearance = useAppearance();
  const own: Spoken =
    settings.language === null ? (i18n.language === 'en' ? 'en' : 'zh-CN') : spoken(settings);
  const [picked, setPicked] = useState<Spoken | null>(null);
  const [time, setTime] = useState<'open' | 'closed'>('open');
  const language = picked ?? own;
  const isDark = settings.theme === 'system' ? appearance === 'dark' : settings.theme === 'dark';
  const colour = isColour(settings.colour) ? settings.colour : '#0e7c66';
  const isOpen = time === 'open' || settings.openingHours.length === 0;
  const word = (name: string) => t(`widget.words.${language}.${name}`);
  return (
    <aside className="preview" aria-label={t('widget.preview')}>
      <div className="preview-controls">
        <Choices
          label={t('widget.previewLanguage')}
          value={language}
          options={[
            { value: 'zh-CN' as const, label: '中文' },
            { value: 'en' as const, label: 'English' },
          ]}
          onChange={setPicked}
        />
        {settings.openingHours.length > 0 && (
          <Choices
            label={t('widget.previewTime')}
            value={time}
            options={(['open', 'closed'] as const).map((value) => ({
              value,
              label: t(`widget.time.${value}`),
            }))}
            onChange={setTime}
          />
        )}
      </div>
      <div
        className={cx(
          'preview-stage',
          `is-${settings.position}`,
          isDark && 'is-dark',
          !isEnabled && 'is-off',
        )}
        style={{ '--shop': colour, '--on-shop': wordsOn(colour) } as React.CSSProperties}
        lang={language}
      >
        <div className="preview-panel">
          <header className="preview-head">
            <b>{settings.shopName[language] || '…'}</b>
            <span>{settings.greeting[language] || '…'}</span>
          </header>
          <div className="preview-body">
            <p className="preview-hours">
              <span className={cx('preview-dot', !isOpen && 'is-away')} />
              {word(isOpen ? 'open' : 'closed')}
            </p>
            {!isOpen && <p className="preview-away">{settings.awayMessage[language]}</p>}
            {settings.starters.length > 0 && <p className="preview-label">{word('starters')}</p>}
            {settings.starters.length > 0 && (
              <ul className="preview-rows">
                {settings.starters.map((starter, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name than their place
                  <li key={index}>
                    <span>{starter[language] || '…'}</span>
                    <Icon name="chevronRight" size={14} />
                  </li>
                ))}
              </ul>
            )}
            <ul className="preview-rows">
              <li>
                <Icon name="user" size={16} className="preview-person" />
                <span>
                  {word('person')}
                  <small>{word(isOpen ? 'personOrder' : 'personClosed')}</small>
                </span>
                <Icon name="chevronRight" size={14} />
              </li>
            </ul>
          </div>
          <div className="preview-composer">
            <span>{word('placeholder')}</span>
            <Icon name="send" size={16} />
          </div>
        </div>
        <span className="preview-launcher">
          <Icon name="inbox" size={22} />
        </span>
      </div>
      {!isEnabled && <p className="st-sub">{t('widget.previewOff')}</p>}
    </aside>
  );
}

const spoken = (settings: WidgetSettings): Spoken => (settings.language === 'en' ? 'en' : 'zh-CN');
