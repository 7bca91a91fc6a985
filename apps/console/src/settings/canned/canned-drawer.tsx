import {
  CANNED_VARIABLES,
  type CannedResponse,
  type CannedVariable,
  type Language,
  renderCanned,
  SaveCannedResponse,
  unknownVariables,
} from '@xiaoer/contracts';
import { applyCannedResponse, selectCannedResponses, selectTeams } from '@xiaoer/sync';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/index.ts';
import { session, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/states.tsx';
import { EditDrawer } from '../pieces/edit-drawer.tsx';
import { leaveFreely } from '../pieces/leave-guard.tsx';
import { sayDone } from '../pieces/say-done.ts';
import { useAction } from '../pieces/use-action.ts';
import { useDraft } from '../pieces/use-draft.ts';

type Fields = Pick<CannedResponse, 'shortcut' | 'title' | 'body' | 'language' | 'teamId'>;

const fieldsOf = (row: CannedResponse | undefined): Fields => ({
  shortcut: row?.shortcut ?? '',
  title: row?.title ?? '',
  body: row?.body ?? '',
  language: row?.language ?? null,
  teamId: row?.teamId ?? null,
});

const put = (row: CannedResponse) => session().change((state) => applyCannedResponse(state, row));

/** A canned response to write, change or delete. `id` null: a new one. */
export function CannedDrawer({
  id,
  isReadOnly,
  onClose,
}: {
  id: string | null;
  isReadOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const row = useAgent((state) => (id === null ? undefined : state.cannedResponses.get(id)));
  if (id !== null && !row)
    return (
      <Drawer isOpen title={t('shell:settingsPage.canned-responses')} onClose={onClose}>
        <Empty icon="search" title={t('canned.gone')} text={t('canned.goneText')} />
      </Drawer>
    );
  return <Form row={row} isReadOnly={isReadOnly} onClose={onClose} />;
}

/** What is not right yet, in words, by field. */
function useProblems(row: CannedResponse | undefined, value: Fields) {
  const { t } = useTranslation('settings');
  const all = useAgent(selectCannedResponses);
  const shape = SaveCannedResponse.shape;
  const shortcut = value.shortcut.trim().toLowerCase();
  const unknown = unknownVariables(value.body);
  const isTaken = all.some((one) => one.id !== row?.id && one.shortcut === shortcut);
  return {
    shortcut: isTaken
      ? t('errors:canned_responses.shortcut_taken', { shortcut })
      : !shape.shortcut.safeParse(value.shortcut).success && t('canned.shortcutWrong'),
    title: !shape.title.safeParse(value.title).success && t('canned.titleMissing'),
    body:
      unknown.length > 0
        ? t('errors:canned_responses.unknown_variable', { names: unknown.join(t('common:listJoin')) })
        : !shape.body.safeParse(value.body).success && t('canned.bodyMissing'),
    isAtOnce: { shortcut: isTaken, body: unknown.length > 0 },
  };
}

function Form({
  row,
  isReadOnly,
  onClose,
}: {
  row: CannedResponse | undefined;
  isReadOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const teams = useAgent(selectTeams);
  const draft = useDraft(row, fieldsOf);
  const { value } = draft;
  const action = useAction();
  const [isShown, setShown] = useState(false);
  const problems = useProblems(row, value);

  const save = async () => {
    setShown(true);
    if (problems.shortcut || problems.title || problems.body) return;
    const before = row && fieldsOf(row);
    const isDone = await action.run(async () => {
      put(
        row
          ? await client.call('updateCannedResponse', { params: { id: row.id }, body: value })
          : await client.call('createCannedResponse', { body: value }),
      );
    });
    if (!isDone) return;
    leaveFreely(onClose);
    sayDone(
      t('saved'),
      row && before
        ? () => client.call('updateCannedResponse', { params: { id: row.id }, body: before }).then(put)
        : undefined,
    );
  };
  const remove = async () => {
    if (!row) return;
    const body = fieldsOf(row);
    const isDone = await action.run(async () => {
      await client.call('deleteCannedResponse', { params: { id: row.id } });
    });
    if (!isDone) return;
    leaveFreely(onClose);
    sayDone(t('canned.deleted', { shortcut: row.shortcut }), () =>
      client.call('createCannedResponse', { body }).then(put),
    );
  };
  return (
    <EditDrawer
      title={row ? `/${row.shortcut}` : t('canned.create')}
      width={600}
      onClose={onClose}
      onSave={() => void save()}
      isDirty={draft.isDirty}
      isBusy={action.isBusy}
      isReadOnly={isReadOnly}
      isOvertaken={draft.isOvertaken}
      onReset={draft.reset}
      error={action.error}
      extra={
        row && (
          <Button tone="danger" icon="trash" disabled={action.isBusy} onClick={() => void remove()}>
            {t('common:action.delete')}
          </Button>
        )
      }
    >
      <div className="st-pair">
        <Field
          label={t('canned.shortcut')}
          hint={t('canned.shortcutHint', { shortcut: value.shortcut || 'hello' })}
          error={(isShown || problems.isAtOnce.shortcut) && problems.shortcut}
        >
          {(control) => (
            <TextInput
              {...control}
              autoFocus={!row}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={30}
              value={value.shortcut}
              onChange={(event) => draft.put({ shortcut: event.target.value.replace(/^\//, '') })}
            />
          )}
        </Field>
        <Field label={t('canned.title')} error={isShown && problems.title}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={80}
              value={value.title}
              onChange={(event) => draft.put({ title: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Body
        value={value.body}
        onChange={(body) => draft.put({ body })}
        isReadOnly={isReadOnly}
        error={(isShown || problems.isAtOnce.body) && problems.body}
      />
      <div className="st-pair">
        <Field label={t('canned.team')} hint={value.teamId !== null && t('canned.teamHint')}>
          {(control) => (
            <Select<string>
              {...control}
              value={value.teamId ?? ''}
              options={[
                { value: '', label: t('canned.everyTeam') },
                ...teams.map((team) => ({ value: team.id, label: team.name })),
              ]}
              onChange={(teamId) => draft.put({ teamId: teamId === '' ? null : teamId })}
            />
          )}
        </Field>
        <Field label={t('canned.language')} hint={value.language !== null && t('canned.languageHint')}>
          {(control) => (
            <Select<Language | ''>
              {...control}
              value={value.language ?? ''}
              options={[
                { value: '', label: t('canned.noLanguage') },
                ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
              ]}
              onChange={(language) => draft.put({ language: language === '' ? null : language })}
            />
          )}
        </Field>
      </div>
    </EditDrawer>
  );
}

/** The words with their variables, and how a customer will read them. */
function Body({
  value,
  onChange,
  isReadOnly,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  isReadOnly: boolean;
  error: string | false;
}) {
  const { t } = useTranslation('settings');
  const area = useRef<HTMLTextAreaElement>(null);
  const shopName = useAgent((state) => state.shopName);
  const agentName = useAgent((state) => state.me.user.name);
  const samples: Record<CannedVariable, string> = {
    'customer.name': t('canned.sampleCustomer'),
    'agent.name': agentName,
    'shop.name': shopName,
    'conversation.number': '1024',
  };
  const insert = (name: CannedVariable) => {
    const field = area.current;
    const [from, to] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length];
    const mark = `{{${name}}}`;
    onChange(value.slice(0, from) + mark + value.slice(to));
    // After the new text is in the field.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + mark.length, from + mark.length);
    });
  };
  return (
    <>
      <Field label={t('canned.body')} error={error}>
        {(control) => (
          <TextArea
            {...control}
            ref={area}
            rows={7}
            maxLength={5_000}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {!isReadOnly && (
        <fieldset className="canned-variables">
          <legend className="field-hint">{t('canned.insert')}</legend>
          {CANNED_VARIABLES.map((name) => (
            <button key={name} type="button" className="canned-variable" onClick={() => insert(name)}>
              {t(`canned.variable.${name.replace('.', '_')}`)}
            </button>
          ))}
        </fieldset>
      )}
      <div className="canned-preview">
        <p className="field-hint">{t('canned.preview')}</p>
        <p className="canned-bubble">{value.trim() === '' ? '…' : renderCanned(value, samples)}</p>
      </div>
    </>
  );
}
