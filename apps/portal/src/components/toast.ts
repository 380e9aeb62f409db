import { useSyncExternalStore } from 'react';

let wanted = false;
const waiting = new Set<() => void>();

/** A word at the edge of the page that something is done. What shows it is loaded with the first one. */
export async function toast(message: string): Promise<void> {
  wanted = true;
  waiting.forEach((tell) => tell());
  const { notifications } = await import('@mantine/notifications');
  notifications.show({ message, withCloseButton: false });
}

const subscribe = (tell: () => void) => {
  waiting.add(tell);
  return () => waiting.delete(tell);
};

export const useToastWanted = (): boolean => useSyncExternalStore(subscribe, () => wanted);
