import type { DataTable } from '@rapport/charts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './data-table.module.css';

/** A table that scrolls sideways when it must and then takes the keyboard's focus. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={place}
      className={styles['scroller']}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
    >
      <table className={styles['table']} aria-label={label}>
        {children}
      </table>
    </div>
  );
}

/** The figures of a chart. */
export function DataTableView({ table, label }: { readonly table: DataTable; readonly label: string }) {
  const numeric = (index: number) => (table.columns[index]?.numeric ? { 'data-numeric': true } : {});
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={column.label} scope="col" {...numeric(index)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th key={index} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={index} {...numeric(index)}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
