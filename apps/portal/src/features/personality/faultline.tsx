import { Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import type { PersonalityPart } from './composition.js';
import { membersOf } from './members.js';

/** How often chance would have to give such a split for it to be no more than chance. */
const BY_CHANCE = 0.05;

/** Where the team might fall apart into groups, said beside what chance gives. */
export function FaultlineNote({ personality }: PersonalityPart) {
  const { t, number, list } = useLocale();
  const { faultline } = personality;
  const names = new Map(membersOf(personality).map(({ id, code, name }) => [id, name ?? code]));
  return (
    <Section title={t('faultline.title')}>
      {faultline ? (
        <Panel>
          <div className="stack">
            <p>
              {t(faultline.p <= BY_CHANCE ? 'faultline.found' : 'faultline.chance', {
                count: faultline.groups.length,
                asw: number(faultline.asw, 2),
                p: number(faultline.p, 2),
              })}
            </p>
            <ol className="plain">
              {faultline.groups.map((group, index) => (
                <li key={index}>
                  <span className="soft">{t('faultline.group', { number: index + 1 })}</span>{' '}
                  {list(group.map((member) => names.get(member) ?? member))}
                </li>
              ))}
            </ol>
          </div>
        </Panel>
      ) : (
        <p>{t('faultline.none')}</p>
      )}
    </Section>
  );
}
