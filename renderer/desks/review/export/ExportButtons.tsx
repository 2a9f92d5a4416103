import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { QueueMenu } from '#renderer/api/index.ts';
import { formatBytes } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { exportKey, useExports } from './exports.tsx';

type Props = { rosters: QueueMenu[number]['rosters']; queue: string; cycle: string };

/** The Excel files of a queue; while one is written, how much has arrived, and the way to stop it. */
export function ExportButtons({ rosters, queue, cycle }: Props) {
  const words = useWords(reviewWords);
  const { running, start, cancel } = useExports();
  return rosters
    .filter(({ queues }) => queues.includes(queue))
    .map(({ id, title }) => {
      const key = exportKey({ roster: id, queue, cycle });
      const bytes = running[key];
      if (bytes === undefined) {
        return (
          <Button
            key={id}
            icon={<DownloadOutlined aria-hidden="true" />}
            onClick={() => start({ roster: id, queue, cycle, title })}
          >
            {words.exportRoster(title)}
          </Button>
        );
      }
      return (
        <span key={id} className="exporting" role="status">
          {words.exporting(formatBytes(bytes))}
          <Button type="link" onClick={() => cancel(key)}>
            {words.cancel}
          </Button>
        </span>
      );
    });
}
