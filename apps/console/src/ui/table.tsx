import { Table as AntTable, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import './table.css';
import { SkeletonRows } from './states.tsx';

/**
 * A dense table with a sticky head. Until `rows` is known it shows grey rows; with none, `empty`.
 * `onOpen` makes rows open by click and Enter.
 */
export function Table<R extends object>({
  rows,
  columns,
  rowKey,
  empty,
  loadingLabel,
  onOpen,
  footer,
  label,
}: {
  rows: readonly R[] | undefined;
  columns: NonNullable<TableProps<R>['columns']>;
  rowKey: keyof R & string;
  empty: ReactNode;
  loadingLabel: string;
  onOpen?: (row: R) => void;
  footer?: ReactNode;
  /** Name of the table for screen readers. */
  label: string;
}) {
  if (rows === undefined) return <SkeletonRows label={loadingLabel} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="table">
      <AntTable<R>
        size="middle"
        aria-label={label}
        rowKey={rowKey}
        dataSource={rows as R[]}
        columns={columns}
        pagination={false}
        sticky
        scroll={{ x: 'max-content' }}
        onRow={(row) =>
          onOpen
            ? {
                tabIndex: 0,
                className: 'table-open',
                onClick: () => onOpen(row),
                onKeyDown: (event) => {
                  if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row);
                },
              }
            : {}
        }
      />
      {footer && <div className="table-foot">{footer}</div>}
    </div>
  );
}
