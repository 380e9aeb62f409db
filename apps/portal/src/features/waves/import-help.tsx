import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { importColumnsQuery } from '../../api/waves.js';
import { TableFrame } from '../../components/data-table.js';
import { Icon } from '../../components/icon.js';
import { useLocale } from '../../i18n/locale.js';
import { ABOUT, templateOf, type TemplateKind } from './template-of.js';

const KINDS = ['invite', 'answers', 'scores'] as const satisfies readonly TemplateKind[];

/** Which columns a file has, and an empty one to fill in. */
export function ImportHelp({ waveId }: { readonly waveId: string }) {
  const { t, lang, number } = useLocale();
  const { data: wave } = useQuery(importColumnsQuery(waveId));
  const instrument = wave?.instrument;
  const take = (kind: TemplateKind) => {
    if (!instrument) return;
    const address = URL.createObjectURL(
      new Blob([templateOf(kind, instrument, lang)], { type: 'text/csv;charset=utf-8' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = `${t(`import.template.${kind}.file`)}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <div className="row">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={!instrument}
            leftSection={<Icon name="download" size={18} />}
            onClick={() => take(kind)}
          >
            {t(`import.template.${kind}.label`)}
          </Button>
        ))}
      </div>
      <details>
        <summary>{t('import.columns')}</summary>
        <TableFrame label={t('import.columns')}>
          <thead>
            <tr>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {ABOUT.map((column) => (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td>{t(`import.about.${column}`)}</td>
              </tr>
            ))}
            {instrument && (
              <>
                <tr>
                  <th scope="row">
                    {instrument.items[0]?.id} … {instrument.items.at(-1)?.id}
                  </th>
                  <td>
                    {t('import.about.items', {
                      count: instrument.items.length,
                      min: number(instrument.response.min),
                      max: number(instrument.response.max),
                    })}
                  </td>
                </tr>
                <tr>
                  <th scope="row">
                    {instrument.scales[0]?.id} … {instrument.scales.at(-1)?.id}
                  </th>
                  <td>{t('import.about.scales', { count: instrument.scales.length })}</td>
                </tr>
              </>
            )}
          </tbody>
        </TableFrame>
      </details>
    </>
  );
}
