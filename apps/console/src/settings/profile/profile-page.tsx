import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { PasswordSection } from './password.tsx';
import { NameSection, PreferenceSection } from './preferences.tsx';
import './profile.css';
import { SessionSection } from './sessions.tsx';
import { TwoFactorSection } from './two-factor.tsx';

/** Everybody's own page: name, look, password, second factor, signed-in devices. */
export default function ProfilePage() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('shell:settingsPage.profile')}>
      <NameSection />
      <PreferenceSection />
      <PasswordSection />
      <TwoFactorSection />
      <SessionSection />
    </Page>
  );
}
