import { Button } from '@mantine/core';
import { useLocale } from '../i18n/locale.js';
import { Icon } from './icon.js';

interface DownloadProps {
  readonly file: { readonly format: string; readonly url: string; readonly bytes: number };
  /** What the file is, for whoever hears only the link. */
  readonly of: string;
}

/** A file to take along, with its size. Only addresses of this server are linked. */
export function Download({ file: { format, url, bytes }, of }: DownloadProps) {
  const { bytes: size } = useLocale();
  if (!/^\/(?!\/)/u.test(url)) return null;
  return (
    <Button
      component="a"
      href={url}
      download
      variant="default"
      leftSection={<Icon name="download" size={18} />}
      aria-label={`${format} ${size(bytes)}: ${of}`}
    >
      {format}
      <span className="soft tabular">&nbsp;{size(bytes)}</span>
    </Button>
  );
}
