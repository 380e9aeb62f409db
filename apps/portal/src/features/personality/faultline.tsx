import { Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { seesMembers, type PersonalityPart } from './composition.js';
import { membersOf } from './members.js';

/** How often chance would have to give such a split for it to be no more than chance. */
const BY_CHANCE = 0.05;

/** Where the team might fall apart into groups, said beside what chance gives. */
export function FaultlineNote({ personality }: PersonalityPart) {
  const { t, number, list } = useLocale();
  const { faultline } = personality;
  if (!seesMembers(personality)) return null;
  const names = new Map(membersOf(personality).map(({ id, name }) => [id, name]));
  /** Names first; whoever has not released theirs is counted. */
  const spoken = (group: readonly string[]) => {
    const known = group.flatMap((member) => names.get(member) ?? []);
    const count = group.length - known.length;
    return list(count === 0 ? known : [...known, t('faultline.unnamed', { count })]);
  };
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
                  <span className="soft">{t('faultline.group', { number: index + 1 })}</span> {spoken(group)}
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
