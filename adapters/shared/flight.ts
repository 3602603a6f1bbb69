/** Counts answers under way, from the arrival of a message until its reply was sent. */
export interface Flight {
  /** Passes the work's own outcome on. */
  track<T>(work: Promise<T>): Promise<T>;
  readonly count: number;
  /** True when nothing is under way any more; false when that took longer than `ms` milliseconds. */
  landed(ms: number): Promise<boolean>;
}

export function createFlight(): Flight {
  const underWay = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      const done: Promise<unknown> = work.catch(() => {}).finally(() => underWay.delete(done));
      underWay.add(done);
      return work;
    },
    get count() {
      return underWay.size;
    },
    landed: async (ms) => {
      const until = performance.now() + ms;
      while (underWay.size > 0) {
        const left = until - performance.now();
        if (left <= 0) return false;
        await within(left, Promise.all(underWay));
      }
      return true;
    },
  };
}

/** Resolves with true when the work is done, or with false after `ms` milliseconds; rejects where the work does. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
