import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { drawChart, toSvg } from '@rapport/charts';
import type { Block, ReportDocument } from '../document.js';
import { fingerprintOf } from '../json.js';

export interface Pdf {
  readonly content: Uint8Array;
  readonly pages: number;
}

/** Turns a report document into an accessible PDF; another engine may stand behind it. */
export interface PdfRenderer {
  render(document: ReportDocument): Promise<Pdf>;
  /** Lets go of its thread; a render under way fails. */
  close(): Promise<void>;
}

/** Width for which charts are drawn, in px; they are printed across the text. */
const CHART_WIDTH = 830;
/** One px of a chart at its printed size takes this share of the text width. */
const FULL_WIDTH = 1 / CHART_WIDTH;
/** The compiler keeps memory of its own: after so many reports its thread is replaced. */
const REPORTS_A_THREAD = 200;
const ENDED = 'the thread that makes PDFs has ended';

interface Waiting {
  readonly resolve: (pdf: Pdf) => void;
  readonly reject: (error: Error) => void;
}

type Answer =
  | { readonly id: number; readonly content: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly failure: string };

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  taken: number;
  retired: boolean;
}

/** Renders with Typst in a thread of its own, so that the event loop of the caller stays free. */
export function openTypstRenderer(): PdfRenderer {
  let current: Thread | undefined;
  const threads = new Set<Thread>();
  let last = 0;
  let closed = false;

  const stop = async (thread: Thread): Promise<void> => {
    threads.delete(thread);
    await thread.worker.terminate();
  };

  const start = (): Thread => {
    const worker = new Worker(new URL('./compile-worker.mjs', import.meta.url), { execArgv: [] });
    worker.unref();
    const thread: Thread = { worker, waiting: new Map(), taken: 0, retired: false };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      const waiting = thread.waiting.get(answer.id);
      thread.waiting.delete(answer.id);
      if ('failure' in answer) waiting?.reject(new Error(answer.failure));
      else waiting?.resolve({ content: answer.content, pages: answer.pages });
      if (thread.waiting.size === 0) worker.unref();
      if (thread.retired && thread.waiting.size === 0) void stop(thread);
    });
    const fail = (error: Error) => {
      threads.delete(thread);
      if (current === thread) current = undefined;
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error(ENDED)));
    return thread;
  };

  const take = (): Thread => {
    current ??= start();
    const thread = current;
    if (++thread.taken >= REPORTS_A_THREAD) {
      thread.retired = true;
      current = undefined;
    }
    return thread;
  };

  return {
    async render(document) {
      const json = await printModelOf(document);
      if (closed) throw new Error(ENDED);
      const thread = take();
      const id = ++last;
      thread.worker.ref();
      return new Promise<Pdf>((resolve, reject) => {
        thread.waiting.set(id, { resolve, reject });
        thread.worker.postMessage({ id, json });
      });
    },
    async close() {
      closed = true;
      current = undefined;
      await Promise.all([...threads].map(stop));
    },
  };
}

/** The document as the template reads it: charts drawn, fingerprint added. Gives way to others between charts. */
async function printModelOf(document: ReportDocument): Promise<string> {
  const sections = [];
  for (const section of document.sections) {
    const blocks: object[] = [];
    for (const block of section.blocks) {
      if (block.kind === 'chart') await nextTurn();
      blocks.push(block.kind === 'chart' ? drawn(block, document.locale) : block);
    }
    sections.push({ ...section, blocks });
  }
  const { audience, locale, dated, logPosition, cover, furniture } = document;
  const fingerprint = fingerprintOf(document);
  return JSON.stringify({
    audience,
    locale,
    dated,
    logPosition,
    cover,
    furniture,
    fingerprint,
    sections,
  });
}

function drawn(chart: Extract<Block, { kind: 'chart' }>, lang: ReportDocument['locale']): object {
  const scene = drawChart(chart.model, { lang, width: CHART_WIDTH, font: 'Inter' });
  const { kind, alt, caption } = chart;
  return { kind, alt, caption, svg: toSvg(scene), share: Math.min(1, scene.width * FULL_WIDTH) };
}
