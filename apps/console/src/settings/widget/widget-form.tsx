import type { WebChannel, WidgetSettings } from '@xiaoer/contracts';
import { selectTeams } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAgent } from '../../session/agent.ts';
import { Field, TextArea, TextInput, Toggle } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { LeaveGuard } from '../pieces/leave-guard.tsx';
import { Overtaken, SaveBar } from '../pieces/save-bar.tsx';
import { sayDone } from '../pieces/say-done.ts';
import { Section } from '../pieces/section.tsx';
import { useAction } from '../pieces/use-action.ts';
import { useDraft } from '../pieces/use-draft.ts';
import { fieldsOf, type Problem, problemsOf, toBody, type WidgetFields } from './form.ts';
import { HoursEditor } from './hours-editor.tsx';
import { LookSection } from './look.tsx';
import { Preview } from './preview.tsx';
import { StarterEditor, Texts } from './texts.tsx';

/** Settings of one widget, with its first view beside them. */
export function WidgetForm({
  channel,
  onSaved,
}: {
  channel: WebChannel;
  onSaved: (channel: WebChannel) => void;
}) {
  const { t } = useTranslation('settings');
  const draft = useDraft(channel, fieldsOf);
  const { value } = draft;
  const action = useAction();
  const [isShown, setShown] = useState(false);
  const problems = problemsOf(value);
  const problemAt = (path: string): string | undefined => {
    const problem: Problem | undefined = isShown ? problems.get(path) : undefined;
    return problem && t(`widget.wrong.${problem}`);
  };
  const put = (change: Partial<WidgetSettings>) => draft.put({ settings: { ...value.settings, ...change } });

  const send = async (fields: WidgetFields) => {
    const saved = await client.call('updateChannel', { params: { id: channel.id }, body: toBody(fields) });
    onSaved(saved);
    draft.take(saved);
  };
  const save = async () => {
    setShown(true);
    if (problems.size > 0) {
      showToast({ tone: 'bad', text: t('widget.wrong.some') });
      // The fields are marked with the next paint.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.widget-form [aria-invalid]')?.focus(),
      );
      return;
    }
    const before = fieldsOf(channel);
    if (!(await action.run(() => send(value)))) return;
    setShown(false);
    sayDone(t('widget.saved'), () => send(before));
  };
  return (
    <form
      className="widget-split"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
        event.preventDefault();
        if (draft.isDirty && !action.isBusy) void save();
      }}
    >
      <LeaveGuard isDirty={draft.isDirty} />
      <div className="widget-form">
        {draft.isOvertaken && <Overtaken onReset={draft.reset} />}
        {action.error && (
          <p className="st-error" role="alert">
            {action.error}
          </p>
        )}
        <General value={value} draft={draft.put} problemAt={problemAt} put={put} />
        <Section title={t('widget.texts')} text={t('widget.textsText')}>
          <Texts settings={value.settings} onChange={put} problemAt={problemAt} />
        </Section>
        <Section title={t('widget.starters')} text={t('widget.startersText')}>
          <StarterEditor
            starters={value.settings.starters}
            onChange={(starters) => put({ starters })}
            problemAt={problemAt}
          />
        </Section>
        <LookSection settings={value.settings} onChange={put} error={problemAt('settings.colour')} />
        <Section title={t('hours.title')} text={t('hours.text')}>
          <HoursEditor
            slots={value.settings.openingHours}
            timeZone={value.settings.timeZone}
            onSlots={(openingHours) => put({ openingHours })}
            onTimeZone={(timeZone) => put({ timeZone })}
          />
        </Section>
        <Section title={t('widget.origins')} text={t('widget.originsText')}>
          <Field
            label={t('widget.originList')}
            hint={t('widget.originHint')}
            error={isShown && problems.has('origins') && t('widget.originWrong')}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                spellCheck={false}
                placeholder="https://shop.example.com"
                value={value.origins}
                onChange={(event) => draft.put({ origins: event.target.value })}
              />
            )}
          </Field>
        </Section>
        <SaveBar
          isDirty={draft.isDirty}
          isBusy={action.isBusy}
          onSave={() => void save()}
          onDiscard={() => {
            setShown(false);
            draft.reset();
          }}
        />
      </div>
      <Preview settings={value.settings} isEnabled={value.isEnabled} />
    </form>
  );
}

function General({
  value,
  draft,
  put,
  problemAt,
}: {
  value: WidgetFields;
  draft: (change: Partial<WidgetFields>) => void;
  put: (change: Partial<WidgetSettings>) => void;
  problemAt: (path: string) => string | undefined;
}) {
  const { t } = useTranslation('settings');
  const teams = useAgent(selectTeams);
  return (
    <Section title={t('widget.general')}>
      <Toggle
        isOn={value.isEnabled}
        onChange={(isEnabled) => draft({ isEnabled })}
        label={t('widget.enabled')}
        hint={t(value.isEnabled ? 'widget.enabledOn' : 'widget.enabledOff')}
      />
      <Field label={t('widget.name')} hint={t('widget.nameHint')} error={problemAt('name')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={60}
            value={value.name}
            onChange={(event) => draft({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('widget.team')} hint={t('widget.teamHint')}>
        {(control) => (
          <Select<string>
            {...control}
            value={value.settings.teamId ?? ''}
            options={[
              { value: '', label: t('widget.noTeam') },
              ...teams.map((team) => ({ value: team.id, label: team.name })),
            ]}
            onChange={(teamId) => put({ teamId: teamId === '' ? null : teamId })}
          />
        )}
      </Field>
    </Section>
  );
}
