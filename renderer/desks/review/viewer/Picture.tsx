import { RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { FileRef } from '#core/model/index.ts';
import { fileUrl } from '#renderer/api/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';

/** A picture that can be turned and enlarged. */
export function Picture({ file }: { file: FileRef }) {
  const words = useWords(reviewWords);
  const [turned, setTurned] = useState(0);
  const [percent, setPercent] = useState(100);
  return (
    <>
      <div className="viewer-tools">
        <Button
          size="small"
          icon={<ZoomOutOutlined />}
          disabled={percent <= 50}
          onClick={() => setPercent(percent - 25)}
          aria-label={words.zoomOut}
        />
        <Button
          size="small"
          icon={<ZoomInOutlined />}
          disabled={percent >= 300}
          onClick={() => setPercent(percent + 25)}
          aria-label={words.zoomIn}
        />
        <Button
          size="small"
          icon={<RotateRightOutlined />}
          onClick={() => setTurned((turned + 90) % 360)}
          aria-label={words.turn}
        />
      </div>
      <div className="viewer-page picture">
        <img
          src={fileUrl(file.id)}
          alt={file.name}
          style={{ width: `${percent}%`, rotate: `${turned}deg` }}
        />
      </div>
    </>
  );
}
