/** Makes what runs one piece of work after the other, in the order in which they were asked for. One that fails rejects its
 * own caller and no one else's. */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work);
    tail = result.catch(() => {});
    return result;
  };
}
