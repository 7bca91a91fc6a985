import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LANGUAGE_NAMES, LANGUAGES, setLanguage } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { Menu } from '../ui/menu.tsx';
import './stage.css';

/** The one calm page around sign-in, set-up and joining. */
export function Stage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="stage">
      <main className="stage-card">
        <header className="stage-head">
          <span className="stage-mark" aria-hidden="true">
            <Mark size={40} />
          </span>
          <h1 className="stage-title">{title}</h1>
          {lead && <p className="stage-lead">{lead}</p>}
        </header>
        {children}
      </main>
      <footer className="stage-foot">
        <span>{t('auth:shop.line')}</span>
        <Menu
          placement="topRight"
          items={LANGUAGES.map((language) => ({
            key: language,
            label: LANGUAGE_NAMES[language],
            isOn: language === currentLanguage(),
            run: () => void setLanguage(language),
          }))}
        >
          <Button tone="quiet" size="small" icon="globe">
            {LANGUAGE_NAMES[currentLanguage()]}
          </Button>
        </Menu>
      </footer>
    </div>
  );
}
