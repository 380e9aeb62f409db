import { Button } from '@mantine/core';
import { altText, drawChart, tableOf, toReact, type ChartModel } from '@rapport/charts';
import {
  createElement,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../api/generated.js';
import { useLocale } from '../i18n/locale.js';
import { DataTableView } from './data-table.js';
import styles from './chart.module.css';

const FONT = "'Inter Variable', Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";
const NARROWEST = 320;
const COMPACT_BELOW = 520;
/** Where there is room, the drawing is enlarged, so that its small print can be read at arm's length. */
const ENLARGED = 1.18;
const ENLARGED_FROM = 640;

interface ChartProps {
  readonly model: ChartModel;
  /** One sentence that says what to see; without it, what the drawing itself says. */
  readonly caption?: ReactNode;
}

/** A chart as wide as its place, with a caption and its figures as a table. */
export function Chart({ model, caption }: ChartProps) {
  const { t } = useTranslation();
  const { lang } = useLocale();
  const [asTable, setAsTable] = useState(false);
  const captionId = useId();
  return (
    <figure className={styles['figure']} aria-labelledby={captionId}>
      {asTable ? (
        <DataTableView table={tableOf(model, { lang })} label={model.title} />
      ) : (
        <Drawing model={model} lang={lang} />
      )}
      <div className={styles['foot']}>
        <figcaption id={captionId} className={styles['caption']}>
          {caption ?? altText(model, { lang })}
        </figcaption>
        <Button variant="subtle" color="ink" px="xs" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('chart.asChart') : t('chart.asTable')}
        </Button>
      </div>
    </figure>
  );
}

interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function Drawing({ model, lang }: { readonly model: ChartModel; readonly lang: Locale }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [tip, setTip] = useState<Tip | null>(null);
  const scene = useMemo(() => {
    if (width === 0) return null;
    const drawn = Math.max(NARROWEST, Math.floor(width / (width < ENLARGED_FROM ? 1 : ENLARGED)));
    return drawChart(model, { lang, width: drawn, compact: width < COMPACT_BELOW, font: FONT });
  }, [model, lang, width]);
  const scrolls = scene !== null && scene.width > width;
  return (
    <div
      ref={place}
      className={styles['scroller']}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': model.title } : {})}
    >
      {scene && toReact<ReactElement>(createElement, scene, { onTip: setTip })}
      {tip && (
        <div
          className={styles['tip']}
          style={{ left: Math.min(tip.x + 14, window.innerWidth - 330), top: tip.y + 14 }}
          aria-hidden="true"
        >
          {tip.text}
        </div>
      )}
    </div>
  );
}

function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
