import { useEffect, useRef, useState } from 'react';
import { outcomeOf, isRecorded } from '../../api/command.js';
import { request } from '../../api/client.js';
import { RecordAnswers } from '../../api/generated.js';

interface Unsent {
  readonly value: number;
  readonly seconds: number;
}

export type SaveState = 'saved' | 'saving' | 'offline';

const SEND_AFTER_MS = 600;
const RETRY_AFTER_MS = 4000;
const keyOf = (assessmentId: string) => `rapport.answers.${assessmentId}`;

function unsentOn(assessmentId: string): Record<string, Unsent> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(assessmentId)) ?? '{}') as Record<string, Unsent>;
  } catch {
    return {};
  }
}

/**
 * The answers of one questionnaire: what the server has, overlaid by what this device has not sent yet. Every answer is
 * kept here first and sent soon after; what cannot be sent stays until it can.
 */
export function useAnswerSheet(
  assessmentId: string,
  saved: readonly { readonly itemId: string; readonly value: number }[],
) {
  const unsent = useRef<Record<string, Unsent>>(unsentOn(assessmentId));
  const [answers, setAnswers] = useState<Readonly<Record<string, number>>>(() => ({
    ...Object.fromEntries(saved.map(({ itemId, value }) => [itemId, value])),
    ...Object.fromEntries(Object.entries(unsent.current).map(([item, { value }]) => [item, value])),
  }));
  const [state, setState] = useState<SaveState>(Object.keys(unsent.current).length > 0 ? 'saving' : 'saved');
  const [refusal, setRefusal] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shownAt = useRef(performance.now());

  const keep = () => {
    if (Object.keys(unsent.current).length === 0) localStorage.removeItem(keyOf(assessmentId));
    else localStorage.setItem(keyOf(assessmentId), JSON.stringify(unsent.current));
  };
  const later = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), ms);
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const sending = { ...unsent.current };
    if (Object.keys(sending).length === 0) return true;
    setState('saving');
    try {
      const items = Object.entries(sending).map(([itemId, { value, seconds }]) => ({
        itemId,
        value,
        seconds,
      }));
      const outcome = outcomeOf(await request(RecordAnswers, { input: { assessmentId, answers: items } }));
      if (!isRecorded(outcome)) {
        setRefusal(outcome.message);
        setState('offline');
        return false;
      }
    } catch {
      setState('offline');
      later(RETRY_AFTER_MS);
      return false;
    }
    for (const [item, sent] of Object.entries(sending))
      if (unsent.current[item] === sent) delete unsent.current[item];
    keep();
    const more = Object.keys(unsent.current).length > 0;
    setState(more ? 'saving' : 'saved');
    if (more) later(SEND_AFTER_MS);
    return !more;
  };
  const answer = (item: string, value: number) => {
    const now = performance.now();
    const seconds = Math.min(600, Math.round((now - shownAt.current) / 100) / 10);
    shownAt.current = now;
    unsent.current = { ...unsent.current, [item]: { value, seconds } };
    keep();
    setAnswers((known) => ({ ...known, [item]: value }));
    setState('saving');
    later(SEND_AFTER_MS);
  };

  // Answered on another device meanwhile: what the server has now, still overlaid by what this device has not sent.
  useEffect(() => {
    setAnswers((known) => ({
      ...known,
      ...Object.fromEntries(
        saved.filter(({ itemId }) => !unsent.current[itemId]).map(({ itemId, value }) => [itemId, value]),
      ),
    }));
  }, [saved]);

  useEffect(() => {
    const online = () => later(0);
    window.addEventListener('online', online);
    if (Object.keys(unsent.current).length > 0) later(0);
    return () => {
      window.removeEventListener('online', online);
      clearTimeout(timer.current);
    };
    // The sheet belongs to one assessment for as long as the page shows it.
  }, [assessmentId]);

  return { answers, answer, flush, state, refusal, turnedPage: () => (shownAt.current = performance.now()) };
}
